import { createElement } from 'preact';
import type { Guide, RoleProfile } from '../../../domain/framework.ts';
import { DateInWords } from '../../../web/date.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import type { CatalogueEntry, Edition } from '../catalogue.ts';
import type { VersionInAddress } from './addresses.ts';
import { frameworkAddress, levelAddress, looseGuideAddress, looseRoleAddress } from './addresses.ts';
import { listHead } from './page-head.ts';
import type { Viewing } from './place.ts';
import { StatusWord } from './status-word.tsx';

/** More levels than this are counted rather than named. */
const MOST_LEVELS_NAMED = 12;

/** All frameworks: those in use, drafts for people with a preview link, legacy ones apart. */
export function frameworkListPage(viewing: Viewing): Page {
  const { frameworks, guides, roleProfiles } = viewing.catalogue;
  const released = frameworks.filter(({ releases }) => releases.length > 0);
  const current = released.filter(({ releases }) => releases[0]?.status !== 'legacy');
  const legacy = released.filter(({ releases }) => releases[0]?.status === 'legacy');
  const drafts = viewing.preview ? frameworks.filter(({ draft }) => draft !== undefined) : [];
  return {
    title: 'Frameworks',
    address: '/frameworks',
    ...listHead(),
    section: 'frameworks',
    main: (
      <div class="framework-list">
        <h1>Frameworks</h1>
        <p class="lede">
          What each role is expected to show, level by level, in words that stay where they are.
        </p>
        {released.length + drafts.length === 0 && <NothingYet />}
        <Rows entries={current} heading={2} editionOf={({ releases }) => releases[0]} />
        {drafts.length > 0 && (
          <section aria-labelledby="_drafts">
            <h2 id="_drafts">Drafts</h2>
            <p class="quiet">Not released. You see them because you opened a preview link.</p>
            <Rows entries={drafts} heading={3} editionOf={({ draft }) => draft} version="draft" />
          </section>
        )}
        {viewing.preview && <LooseDocuments guides={guides} roleProfiles={roleProfiles} />}
        {legacy.length > 0 && (
          <section aria-labelledby="_legacy">
            <h2 id="_legacy">Legacy</h2>
            <p class="quiet">Kept for those who still use them or refer to them.</p>
            <Rows entries={legacy} heading={3} editionOf={({ releases }) => releases[0]} />
          </section>
        )}
      </div>
    ),
  };
}

function NothingYet() {
  return (
    <section aria-labelledby="_empty" class="empty">
      <h2 id="_empty">No framework is published yet</h2>
      <p>
        Frameworks that a steward released stand here. Bring the competency documents you have; nothing is
        published until you release it:
      </p>
      <ol>
        <li>
          <code>bin/cairn import FILE...</code> reads them and lists what to look at
        </li>
        <li>
          <code>bin/cairn preview</code> prints a link under which you see the draft here
        </li>
        <li>
          <code>bin/cairn release FRAMEWORK --status beta</code> publishes it
        </li>
      </ol>
    </section>
  );
}

function Rows(props: {
  entries: readonly CatalogueEntry[];
  heading: 2 | 3;
  editionOf: (entry: CatalogueEntry) => Edition | undefined;
  version?: VersionInAddress;
}) {
  const shown = props.entries.flatMap((entry) => {
    const edition = props.editionOf(entry);
    return edition === undefined ? [] : [{ entry, edition }];
  });
  const sharing = Map.groupBy(shown, ({ edition }) => edition.framework.name);
  return (
    <ul class="framework-rows">
      {shown.map(({ entry, edition }) => {
        const nameIsShared = (sharing.get(edition.framework.name)?.length ?? 0) > 1;
        return <Row key={entry.id} entry={entry} edition={edition} nameIsShared={nameIsShared} {...props} />;
      })}
    </ul>
  );
}

function Row(props: {
  entry: CatalogueEntry;
  edition: Edition;
  /** Frameworks of one name are told apart by their ids. */
  nameIsShared: boolean;
  heading: 2 | 3;
  version?: VersionInAddress;
}) {
  const { entry, edition, heading, version } = props;
  const { name, summary } = edition.framework;
  return (
    <li>
      {createElement(
        `h${heading}`,
        { dir: 'auto' },
        <a href={frameworkAddress(entry.id, version)}>
          <Phrase text={name} />
        </a>,
      )}
      <p class="row-status">
        <StatusWord edition={edition} />
        <span class="quiet">
          {edition.status === 'draft' ? 'imported on' : 'since'} <DateInWords date={edition.since} />
        </span>
        {props.nameIsShared && <code class="quiet">{entry.id}</code>}
      </p>
      {summary !== undefined && (
        <p class="row-summary" dir="auto">
          <Phrase text={summary.trim()} />
        </p>
      )}
      <LevelsInLine id={entry.id} edition={edition} version={version} />
    </li>
  );
}

function LevelsInLine(props: { id: string; edition: Edition; version: VersionInAddress }) {
  const { levels } = props.edition.framework;
  if (levels.length === 0) return null;
  return (
    <ul class="levels-in-line" aria-label="Levels">
      {levels.slice(0, MOST_LEVELS_NAMED).map((level) => (
        <li key={level.id}>
          <a href={levelAddress(props.id, props.version, level.id)}>
            <Phrase text={level.name} />
          </a>
        </li>
      ))}
      {levels.length > MOST_LEVELS_NAMED && <li class="quiet">{levels.length - MOST_LEVELS_NAMED} more</li>}
    </ul>
  );
}

/** Documents that were imported and attached to no framework yet. */
function LooseDocuments({ guides, roleProfiles }: { guides: Guide[]; roleProfiles: RoleProfile[] }) {
  if (guides.length + roleProfiles.length === 0) return null;
  return (
    <section aria-labelledby="_loose">
      <h2 id="_loose">Documents without a framework</h2>
      <p class="quiet">
        Imported, and waiting for somebody to attach them. Only people with a preview link see them.
      </p>
      <ul class="documents">
        {guides.map(({ id, title }) => (
          <li key={id}>
            <a href={looseGuideAddress(id)}>
              <Phrase text={title} />
            </a>
          </li>
        ))}
        {roleProfiles.map(({ id, title }) => (
          <li key={id}>
            <a href={looseRoleAddress(id)}>
              <Phrase text={title} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
