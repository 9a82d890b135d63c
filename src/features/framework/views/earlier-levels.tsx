import type { Level } from '../../../domain/framework.ts';
import { earlierLevels } from '../../../domain/ladder.ts';
import { policyInForce } from '../../../domain/policy.ts';
import { Phrase } from '../../../web/text.tsx';
import { frameworkAddress, levelAddress } from './addresses.ts';
import { type LevelSheet, levelSheet } from './level-sheet.ts';
import type { Place } from './place.ts';
import { SheetSections } from './sheet-sections.tsx';

/** Beyond this many earlier levels their pages are linked, and not repeated here. */
const MOST_FOLDED = 12;

/** Beyond this many the links begin with the nearest ones only. */
const MOST_LINKED = 60;

const RULES = {
  assumed: 'Assumed to be met. They are here to look back at; either side can raise one to talk about.',
  evidenced: 'Expected as well: somebody at this level also shows what these ask for.',
  'not considered': 'Not considered for this level.',
} as const;

/** What levels before this one ask for: folded, below, in their own words, never mixed in. */
export function EarlierLevels({ place, level }: { place: Place; level: Level }) {
  const { framework } = place.edition;
  const earlier = earlierLevels(framework.levels, level.id);
  if (earlier.length === 0) return null;
  const rule = policyInForce(framework).earlierLevels;
  const folded = rule !== 'not considered' && earlier.length <= MOST_FOLDED;
  return (
    <section class="earlier-levels" aria-labelledby="_earlier">
      <h2 id="_earlier">Earlier levels</h2>
      <p class="lede">{RULES[rule]}</p>
      {folded ? (
        earlier.map((before) => <FoldedLevel key={before.id} place={place} level={before} />)
      ) : (
        <LevelLinks place={place} levels={earlier} />
      )}
    </section>
  );
}

function FoldedLevel({ place, level }: { place: Place; level: Level }) {
  const { framework } = place.edition;
  const sheet = levelSheet(framework, level.id);
  return (
    <details class="fold earlier-level">
      <summary>
        <h3>
          <Phrase text={level.name} />
        </h3>
        <span class="quiet">{sheetSize(sheet)}</span>
      </summary>
      <SheetSections
        sheet={sheet}
        framework={framework}
        heading={4}
        own={false}
        addressOf={({ anchor }) => levelAddress(framework.id, place.version, level.id, anchor)}
      />
    </details>
  );
}

/** "9 competencies", counted as things that exist (never as a measure of anybody). */
export function sheetSize({ size }: LevelSheet): string {
  return size === 1 ? '1 expectation' : `${size} expectations`;
}

/** Links to the nearest levels; however long a ladder is, a page stays a page. */
function LevelLinks({ place, levels }: { place: Place; levels: readonly Level[] }) {
  const { id } = place.edition.framework;
  const nearest = levels.slice(-MOST_LINKED);
  return (
    <ul class="level-links">
      {nearest.length < levels.length && (
        <li>
          <a href={`${frameworkAddress(id, place.version)}#_levels`}>All levels</a>
        </li>
      )}
      {nearest.map((level) => (
        <li key={level.id}>
          <a href={levelAddress(id, place.version, level.id)}>
            <Phrase text={level.name} />
          </a>
        </li>
      ))}
    </ul>
  );
}
