import type { Framework, Guide, Level } from '../../../domain/framework.ts';
import { policyInForce } from '../../../domain/policy.ts';
import type { Page } from '../../../web/page.ts';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { Actions, NoteAction, Stewardship } from './actions.tsx';
import { competencyAddress, frameworkAddress, guideAddress, levelAddress, roleAddress } from './addresses.ts';
import { CompareActions } from './compare-actions.tsx';
import { EarlierLevels } from './earlier-levels.tsx';
import { LevelNotes } from './level-notes.tsx';
import { levelSheet } from './level-sheet.ts';
import { levelHead } from './page-head.ts';
import { CompactPath } from './path.tsx';
import { askAddressesOf, editionInWords, type Place } from './place.ts';
import { visibleRoleProfiles } from './role-profiles.ts';
import { SheetSections } from './sheet-sections.tsx';
import { StatusBanner } from './status-banner.tsx';

/** What one level is expected to show. */
export function levelPage(place: Place, level: Level): Page {
  const { framework, status } = place.edition;
  return {
    title: `${level.name} · ${framework.name}`,
    address: levelAddress(framework.id, place.version, level.id),
    draft: status === 'draft',
    ...levelHead(place, level),
    section: 'frameworks',
    left: <LevelNavigation place={place} level={level} />,
    main: <LevelText place={place} level={level} />,
    right: <LevelActions place={place} level={level} />,
    scripts: ['copy-link', 'print', 'walk-path'],
  };
}

function LevelNavigation({ place, level }: { place: Place; level: Level }) {
  const { framework } = place.edition;
  return (
    <nav class="left" aria-label="Levels">
      <p class="left-title">
        <a href={frameworkAddress(framework.id, place.version)}>
          <Phrase text={framework.name} /> {editionInWords(place.edition)}
        </a>
      </p>
      <CompactPath place={place} here={level} />
    </nav>
  );
}

function LevelText({ place, level }: { place: Place; level: Level }) {
  const { framework } = place.edition;
  const sheet = levelSheet(framework, level.id);
  return (
    <>
      <h1 dir="auto">
        <Phrase text={level.name} />
      </h1>
      <p class="lede">{whatItMeans(framework)}</p>
      {level.summary !== undefined && (
        <AuthorText text={level.summary} format={framework.textFormat} headingsFrom={2} />
      )}
      <LevelNotes level={level} />
      <BeforeReading place={place} />
      <StatusBanner place={place} level={level} />
      <Notices framework={framework} level={level} />
      {sheet.size === 0 && (
        <p>The framework names this level and says nothing about what it is expected to show.</p>
      )}
      <SheetSections
        sheet={sheet}
        framework={framework}
        heading={2}
        own
        addressOf={({ anchor }) => levelAddress(framework.id, place.version, level.id, anchor)}
        rowAddressOf={(competency) => competencyAddress(framework.id, place.version, competency)}
        askAddressOf={askAddressesOf(place)}
      />
      <EarlierLevels place={place} level={level} />
    </>
  );
}

/** The guide on how to use the framework; or that its source speaks of one and does not contain it. */
function BeforeReading({ place }: { place: Place }) {
  const { framework } = place.edition;
  const guide = howToUse(framework);
  const gap = framework.gaps.find(({ kind }) => kind === 'missing guide');
  if (guide !== undefined) {
    return (
      <p class="before-reading">
        Before reading on:{' '}
        <a href={guideAddress(framework.id, place.version, guide.id)}>
          <Phrase text={guide.title} />
        </a>
      </p>
    );
  }
  return gap === undefined ? null : (
    <p class="quiet" dir="auto">
      <Phrase text={gap.explanation} />
    </p>
  );
}

const EARLIER_IN_SHORT = {
  assumed: ' Earlier levels are assumed met;',
  evidenced: ' Earlier levels are to be shown as well;',
  'not considered': ' Earlier levels are not considered;',
} as const;

function whatItMeans(framework: Framework): string {
  const rule = policyInForce(framework).earlierLevels;
  return `What this level is expected to show.${EARLIER_IN_SHORT[rule]} examples are ways to show it, not a list to tick.`;
}

/** Sentences that stood at the head of the source's page, such as news about another family. */
function Notices({ framework, level }: { framework: Framework; level: Level }) {
  const fitting = framework.notices.filter(
    (notice) => notice.level === undefined || notice.level === level.id,
  );
  return (
    <>
      {fitting.map(({ text, about }) => (
        <p key={text} class="quiet notice" dir="auto">
          {about === 'other framework'
            ? 'The source’s page began with news of another framework: '
            : 'Notice: '}
          “
          <Phrase text={text} />”
        </p>
      ))}
    </>
  );
}

function howToUse(framework: Framework): Guide | undefined {
  return framework.guides.find(({ kind }) => kind === 'how-to-use');
}

function LevelActions({ place, level }: { place: Place; level: Level }) {
  const { framework, version } = place.edition;
  const profiles = visibleRoleProfiles(framework.roleProfiles, place.viewing).filter(
    (profile) => profile.level === level.id,
  );
  return (
    <aside class="right" aria-label="About this page">
      <Actions
        copyFrom={levelAddress(framework.id, version ?? 'draft', level.id)}
        of={version === undefined ? 'draft' : 'version'}
        first={
          <>
            <NoteAction place={place} about={{ level: level.id }} />
            <CompareActions place={place} level={level} />
          </>
        }
      >
        {profiles.map((profile) => (
          <li key={profile.id}>
            <a href={roleAddress(framework.id, place.version, profile.id)}>
              Role profile: <Phrase text={profile.title} />
              {profile.draft && ' (draft)'}
            </a>
          </li>
        ))}
      </Actions>
      <Stewardship framework={framework} today={place.viewing.today} />
    </aside>
  );
}
