import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { compareLevels, type LevelComparison, type Row } from '../comparison/levels.ts';
import { comparisonAddress, frameworkAddress, levelAddress } from './addresses.ts';
import { hasMarks, MarksExplained } from './changes.tsx';
import type { ComparedSide } from './compared-side.ts';
import { ChangedRow, RowOfOneSide } from './comparison-rows.tsx';
import { editionInWords } from './place.ts';
import { StatusBanner } from './status-banner.tsx';

/** Two levels side by side: what differs first, rows without a partner, then what is the same. */
export function comparisonPage(before: ComparedSide, after: ComparedSide): Page {
  const comparison = compareLevels(
    { framework: before.place.edition.framework, level: before.level.id },
    { framework: after.place.edition.framework, level: after.level.id },
  );
  const draft = [before, after].some(({ place }) => place.edition.status === 'draft');
  const parts = partsOf(comparison, before, after);
  return {
    title: `${before.name} and ${after.name}, compared`,
    description: `What differs between ${before.name} and ${after.name}, competency by competency.`,
    address: comparisonAddress(inAddress(before), inAddress(after)),
    draft,
    section: 'frameworks',
    left: <Parts parts={parts} before={before} after={after} />,
    main: (
      <div class="comparison">
        <h1>
          <Phrase text={before.name} /> <span class="and">and</span> <Phrase text={after.name} />
        </h1>
        <p class="lede">{inBrief(comparison)}</p>
        <Banners before={before} after={after} />
        {hasMarks(comparison.differing.flatMap(({ pairs }) => pairs)) && <MarksExplained />}
        {parts.map(({ id, heading, content }) => (
          <section key={id} class="part" aria-labelledby={id}>
            <h2 id={id}>{heading}</h2>
            {content}
          </section>
        ))}
        <p class="part quiet comparison-ways">
          {/* A site without a server holds each comparison once, up the ladder. */}
          {!before.place.viewing.static && (
            <a href={comparisonAddress(inAddress(after), inAddress(before))}>The other way round</a>
          )}{' '}
          <a href="/compare">Compare two other levels</a>
        </p>
      </div>
    ),
  };
}

function inAddress({ place, level }: ComparedSide) {
  return { id: place.edition.framework.id, version: place.version, level: level.id };
}

interface Part {
  id: string;
  heading: preact.ComponentChildren;
  content: preact.ComponentChildren;
  rows: readonly { id: string; name: string }[];
}

/** The parts that have something to show. */
function partsOf(comparison: LevelComparison, before: ComparedSide, after: ComparedSide): Part[] {
  const { differing, onlyBefore, onlyAfter, same } = comparison;
  const crossing = before.place.entry.id !== after.place.entry.id;
  const changed = differing.map((row) => (
    <ChangedRow key={row.id} row={row} before={before} after={after} crossing={crossing} />
  ));
  return [
    { id: '_differing', heading: 'What differs', content: changed, rows: differing },
    oneSided('_only-after', onlyAfter, after),
    oneSided('_only-before', onlyBefore, before),
    { id: '_same', heading: 'The same at both', content: <SameRows rows={same} after={after} />, rows: same },
  ].filter(({ rows }) => rows.length > 0);
}

function oneSided(id: string, rows: readonly Row[], side: ComparedSide): Part {
  return {
    id,
    heading: (
      <>
        Only at <Phrase text={side.name} />
      </>
    ),
    content: rows.map((row) => (
      <RowOfOneSide key={row.id} row={row} side={side} anchor={rowAnchor(id, row.id)} />
    )),
    rows,
  };
}

/** What is equal to the letter: named here, to be read on the level's page. */
function SameRows({ rows, after }: { rows: LevelComparison['same']; after: ComparedSide }) {
  const { place, level } = after;
  return (
    <details class="fold">
      <summary>{rows.length === 1 ? '1 competency' : `${rows.length} competencies`}</summary>
      <ul class="documents same-rows">
        {rows.map(({ id, name }) => (
          <li key={id}>
            <a href={levelAddress(place.edition.framework.id, place.version, level.id, id)}>
              <Phrase text={name} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A ladder of counts: how many competencies stand in each part. */
function inBrief({ differing, onlyBefore, onlyAfter, same }: LevelComparison): string {
  const alone = onlyBefore.length + onlyAfter.length;
  if (differing.length + alone + same.length === 0) return 'Neither level says what it is expected to show.';
  if (differing.length + alone === 0) return 'Nothing differs: both say the same, to the letter.';
  const counts = [
    differing.length > 0 && `${competencies(differing.length)} differ${differing.length === 1 ? 's' : ''}`,
    alone > 0 &&
      `${differing.length > 0 ? alone : competencies(alone)} stand${alone === 1 ? 's' : ''} at one of them only`,
    same.length > 0 && `${same.length} ${same.length === 1 ? 'is' : 'are'} the same`,
  ].filter((count) => count !== false);
  return `${counts.join(', ')}. Each level keeps its own words.`;
}

function competencies(count: number): string {
  return count === 1 ? '1 competency' : `${count} competencies`;
}

function Banners({ before, after }: { before: ComparedSide; after: ComparedSide }) {
  if (before.place.edition === after.place.edition) return <StatusBanner place={before.place} />;
  return (
    <>
      <StatusBanner place={before.place} level={before.level} />
      <StatusBanner place={after.place} level={after.level} />
    </>
  );
}

/** More rows than this are not listed beside the page. */
const MOST_ROWS_LISTED = 60;

function Parts({
  parts,
  before,
  after,
}: {
  parts: readonly Part[];
  before: ComparedSide;
  after: ComparedSide;
}) {
  return (
    <nav class="left" aria-label="On this page">
      <FrameworkLink side={before} />
      {before.place.edition !== after.place.edition && <FrameworkLink side={after} />}
      <ol class="contents">
        {parts.map(({ id, heading, rows }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {heading} <span class="count">{rows.length}</span>
            </a>
            {id !== '_same' && (
              <ol class="contents-within">
                {rows.slice(0, MOST_ROWS_LISTED).map((row) => (
                  <li key={row.id}>
                    <a href={`#${encodeURIComponent(rowAnchor(id, row.id))}`}>
                      <Phrase text={row.name} />
                    </a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function FrameworkLink({ side: { place } }: { side: ComparedSide }) {
  return (
    <p class="left-title">
      <a href={frameworkAddress(place.edition.framework.id, place.version)}>
        <Phrase text={place.edition.framework.name} /> {editionInWords(place.edition)}
      </a>
    </p>
  );
}

/** Rows of the earlier side alone may share an id with one of the later side: ids are told apart by their part. */
function rowAnchor(part: string, row: string): string {
  return part === '_only-before' ? `${row}-before` : row;
}
