import type { ComponentChildren } from 'preact';
import type { Page } from '../../../web/page.ts';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { Actions, Stewardship } from './actions.tsx';
import { bookletAddress, frameworkAddress } from './addresses.ts';
import { CompetenciesByTheme } from './competencies-by-theme.tsx';
import { Contents, type ContentsEntry } from './contents.tsx';
import { Documents } from './documents.tsx';
import { ForStewards } from './for-stewards.tsx';
import { Gaps, SourceNotices } from './gaps.tsx';
import { frameworkHead } from './page-head.ts';
import { FullPath } from './path.tsx';
import type { Place } from './place.ts';
import { PolicySection } from './policy-section.tsx';
import { openProposals, Proposals } from './proposals.tsx';
import { Releases } from './releases.tsx';
import { visibleRoleProfiles } from './role-profiles.ts';
import { Scale } from './scale.tsx';
import { StatusBanner } from './status-banner.tsx';
import { StatusWord } from './status-word.tsx';

interface Part extends ContentsEntry {
  content: ComponentChildren;
}

/** A framework: its ladder, its competencies, and the rules it is used by. */
export function frameworkPage(place: Place): Page {
  const { framework, status, version } = place.edition;
  const parts = partsOf(place);
  return {
    title: framework.name,
    address: frameworkAddress(framework.id, place.version),
    draft: status === 'draft',
    ...frameworkHead(place),
    section: 'frameworks',
    left: <Contents entries={parts} />,
    main: (
      <>
        <h1 dir="auto">
          <Phrase text={framework.name} />
        </h1>
        {framework.summary !== undefined && (
          <div class="lede">
            <AuthorText text={framework.summary} format={framework.textFormat} headingsFrom={2} />
          </div>
        )}
        <StatusBanner place={place} />
        {parts.map(({ id, heading, content }) => (
          <section key={id} class="part" aria-labelledby={id}>
            <h2 id={id}>{heading}</h2>
            {content}
          </section>
        ))}
      </>
    ),
    right: (
      <aside class="right" aria-label="About this framework">
        <p>
          <StatusWord edition={place.edition} />
        </p>
        <Actions
          copyFrom={frameworkAddress(framework.id, version ?? 'draft')}
          of={version === undefined ? 'draft' : 'version'}
          first={
            framework.levels.length > 0 && (
              <li>
                <a href={bookletAddress(framework.id, place.version)}>As a booklet, to print</a>
              </li>
            )
          }
        />
        <ForStewards place={place} />
        <Stewardship framework={framework} today={place.viewing.today} />
      </aside>
    ),
    scripts: ['copy-link', 'filter-list', 'print', 'walk-path'],
  };
}

/** The parts that have something to show, in reading order. */
function partsOf(place: Place): Part[] {
  const { framework, status } = place.edition;
  const profiles = visibleRoleProfiles(framework.roleProfiles, place.viewing);
  const proposals = status === 'draft' ? openProposals(framework) : [];
  const part = (id: string, heading: string, shown: boolean, content: ComponentChildren): Part[] =>
    shown ? [{ id: `_${id}`, heading, content }] : [];
  return [
    ...part('levels', 'Levels', framework.levels.length > 0, <FullPath place={place} />),
    ...part(
      'proposals',
      'Waiting for confirmation',
      proposals.length > 0,
      <Proposals proposals={proposals} policy={framework.policy} />,
    ),
    ...part(
      'guides',
      'Guides',
      framework.guides.length > 0,
      <Documents place={place} guides={framework.guides} />,
    ),
    ...part('roles', 'Role profiles', profiles.length > 0, <Documents place={place} profiles={profiles} />),
    ...part(
      'competencies',
      'Competencies',
      framework.competencies.length > 0,
      <CompetenciesByTheme place={place} />,
    ),
    ...part(
      'proficiency',
      'Proficiency',
      framework.scale.steps.length > 0,
      <Scale scale={framework.scale} />,
    ),
    ...part('policy', 'How it is used', true, <PolicySection framework={framework} />),
    ...part('gaps', 'What the source leaves out', framework.gaps.length > 0, <Gaps gaps={framework.gaps} />),
    ...part(
      'notices',
      'Notices in the source',
      framework.notices.length > 0,
      <SourceNotices notices={framework.notices} />,
    ),
    ...part('releases', 'Releases', place.entry.releases.length > 0, <Releases place={place} />),
  ];
}
