import type { ComponentChildren } from 'preact';
import type { Qualification, RoleProfile, Skill } from '../../../domain/framework.ts';
import { findLevel } from '../../../domain/ladder.ts';
import { Banner } from '../../../web/banner.tsx';
import { DateInWords } from '../../../web/date.tsx';
import { isSafeLink } from '../../../web/markdown.ts';
import type { Page } from '../../../web/page.ts';
import { MarkdownPhrase, MarkdownText, Phrase } from '../../../web/text.tsx';
import { frameworkAddress, levelAddress, looseRoleAddress, roleAddress } from './addresses.ts';
import { BackLink, Contents, type ContentsEntry } from './contents.tsx';
import { Names } from './level-notes.tsx';
import { roleProfileHead } from './page-head.ts';
import type { Place } from './place.ts';
import { StatusBanner } from './status-banner.tsx';

/** A role profile of a framework. */
export function roleProfilePage(place: Place, profile: RoleProfile): Page {
  const { framework, status } = place.edition;
  const level = profile.level === undefined ? undefined : findLevel(framework, profile.level);
  return {
    ...profileParts(
      profile,
      <BackLink href={frameworkAddress(framework.id, place.version)} text={framework.name} />,
    ),
    title: `${profile.title} · ${framework.name}`,
    address: roleAddress(framework.id, place.version, profile.id),
    draft: profile.draft || status === 'draft',
    ...roleProfileHead(place, profile),
    main: (
      <ProfileText profile={profile}>
        {level !== undefined && (
          <p>
            Level:{' '}
            <a href={levelAddress(framework.id, place.version, level.id)}>
              <Phrase text={level.name} />
            </a>
          </p>
        )}
        <StatusBanner place={place} />
      </ProfileText>
    ),
  };
}

/** A role profile that nobody attached to a framework yet. */
export function looseRoleProfilePage(profile: RoleProfile): Page {
  return {
    ...profileParts(profile, <BackLink href="/frameworks" text="Frameworks" />),
    title: profile.title,
    address: looseRoleAddress(profile.id),
    draft: true,
    main: <ProfileText profile={profile}>{null}</ProfileText>,
  };
}

function profileParts(profile: RoleProfile, back: ComponentChildren): Pick<Page, 'section' | 'left'> {
  return { section: 'frameworks', left: <Contents entries={contentsOf(profile)}>{back}</Contents> };
}

function contentsOf(profile: RoleProfile): ContentsEntry[] {
  return [
    ...(profile.purpose === undefined ? [] : [{ id: '_purpose', heading: 'Purpose' }]),
    ...(profile.responsibilities.length === 0
      ? []
      : [{ id: '_responsibilities', heading: 'Key responsibilities' }]),
    ...(profile.skills.length === 0 ? [] : [{ id: '_skills', heading: 'Skills' }]),
    ...(profile.qualifications.length === 0 ? [] : [{ id: '_qualifications', heading: 'Qualifications' }]),
    ...profile.sections.map(({ id, heading }) => ({ id, heading })),
  ];
}

function ProfileText({ profile, children }: { profile: RoleProfile; children: ComponentChildren }) {
  const { title, aliases, date, draft, introduction, purpose, responsibilities, skills, qualifications } =
    profile;
  return (
    <>
      <h1 dir="auto">
        <Phrase text={title} />
      </h1>
      {(aliases.length > 0 || date !== undefined) && (
        <p class="quiet" dir="auto">
          {aliases.length > 0 && (
            <>
              <Names before="Also called" names={aliases} between=", " />.{' '}
            </>
          )}
          {date !== undefined && (
            <>
              Dated <DateInWords date={date} />.
            </>
          )}
        </p>
      )}
      {children}
      {draft && (
        <Banner tone="attention" label="Draft">
          <p>
            <strong>Draft:</strong> kept off public pages. Only stewards and people with a preview link see
            it.
          </p>
        </Banner>
      )}
      {introduction !== undefined && <MarkdownText text={introduction} headingsFrom={2} />}
      {purpose !== undefined && (
        <Part id="_purpose" heading="Purpose">
          <MarkdownText text={purpose} headingsFrom={3} />
        </Part>
      )}
      {responsibilities.length > 0 && (
        <Part id="_responsibilities" heading="Key responsibilities">
          <Phrases texts={responsibilities} />
        </Part>
      )}
      {skills.length > 0 && <Skills skills={skills} introduction={profile.skillsIntroduction} />}
      {qualifications.length > 0 && <Qualifications qualifications={qualifications} />}
      {profile.sections.map(({ id, heading, body }) => (
        <Part key={id} id={id} heading={heading}>
          <MarkdownText text={body} headingsFrom={3} />
        </Part>
      ))}
    </>
  );
}

function Part({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }) {
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id} dir="auto">
        <Phrase text={heading} />
      </h2>
      {children}
    </section>
  );
}

function Phrases({ texts }: { texts: readonly string[] }) {
  return (
    <ul class="prose">
      {texts.map((text) => (
        <li key={text} dir="auto">
          <MarkdownPhrase text={withoutBoldAllOver(text)} />
        </li>
      ))}
    </ul>
  );
}

/** Bold around the whole of an item is how some sources lay out a table; it stresses nothing. */
function withoutBoldAllOver(text: string): string {
  return /^\*\*+([^*]+)\*\*+$/.exec(text.trim())?.[1] ?? text;
}

function Skills({ skills, introduction }: { skills: readonly Skill[]; introduction: string | undefined }) {
  return (
    <Part id="_skills" heading="Skills">
      {introduction !== undefined && <MarkdownText text={introduction} headingsFrom={3} />}
      {skills.map(({ name, abilities }) => (
        <section key={name} class="skill">
          <h3 dir="auto">
            <MarkdownPhrase text={withoutBoldAllOver(name)} />
          </h3>
          {abilities.length > 0 && <p class="quiet">Should be able to:</p>}
          <Phrases texts={abilities} />
        </section>
      ))}
    </Part>
  );
}

function Qualifications({ qualifications }: { qualifications: readonly Qualification[] }) {
  return (
    <Part id="_qualifications" heading="Qualifications">
      <ul class="prose">
        {qualifications.map(({ name, url }) => (
          <li key={name} dir="auto">
            {url !== undefined && isSafeLink(url) ? (
              <a href={url}>
                <MarkdownPhrase text={name} />
              </a>
            ) : (
              <MarkdownPhrase text={name} />
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
