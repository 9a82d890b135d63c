import { type Finding, quoted } from '../../domain/finding.ts';
import type { Gap, Level } from '../../domain/framework.ts';
import type { Origin } from '../../domain/origin.ts';
import type { LadderParts } from './parts.ts';

/** Most levels that a bare number in `levels:` makes. The known ladders have 5 to 7. */
const MOST_BARE = 50;

export function levelId(number: number): string {
  return `level-${number}`;
}

/**
 * The ladder: every level that a topic speaks of, lowest first. `levels: N` counts them: where topics speak of fewer,
 * those from 1 to N that are missing stand in the ladder too, empty, and are named as gaps. A ladder that starts at 2
 * and has N levels has no level 1.
 */
export function ladderLevels(
  { head, placeOf }: LadderParts,
  spokenOf: ReadonlyMap<number, Origin>,
): { levels: Level[]; gaps: Gap[]; findings: Finding[] } {
  const place = placeOf('levels');
  const numbers = new Set(spokenOf.keys());
  const count = head.levels ?? numbers.size;
  for (let number = 1; number <= Math.min(count, MOST_BARE) && numbers.size < count; number += 1) {
    numbers.add(number);
  }
  const ladder = [...numbers].toSorted((a, b) => a - b);
  return {
    levels: ladder.map((number, index) => {
      const next = ladder[index + 1];
      return {
        id: levelId(number),
        name: `Level ${number}`,
        aliases: [],
        next: next === undefined ? [] : [levelId(next)],
        origin: spokenOf.get(number) ?? place,
      };
    }),
    gaps: ladder.filter((number) => !spokenOf.has(number)).map((number) => gapAt(number, count, place)),
    findings: countFindings(count, [...spokenOf.keys()], place),
  };
}

function gapAt(number: number, count: number, origin: Origin): Gap {
  return {
    id: `nothing-at-level-${number}`,
    kind: 'missing level',
    quote: `levels: ${count}`,
    explanation: `No topic says what level ${number} is expected to show.`,
    origin,
  };
}

function countFindings(count: number, spokenOf: readonly number[], place: Origin): Finding[] {
  const found = { rule: 'unexpected-part', ...place, quote: quoted(`levels: ${count}`) } as const;
  const outside = spokenOf.filter((number) => number < 1 || number > count).toSorted((a, b) => a - b);
  const findings: Finding[] = [];
  if (count > MOST_BARE && count > spokenOf.length) {
    findings.push({
      ...found,
      severity: 'warning',
      message: `"levels: ${count}" names more levels than any ladder has; of those without content only the first ${MOST_BARE} were made.`,
      remedy: 'Write the number of levels that people can hold.',
    });
  }
  if (outside.length > 0) {
    findings.push({
      ...found,
      severity: spokenOf.length > count ? 'warning' : 'note',
      message: `"levels: ${count}" does not reach the levels that the topics speak of (${outside.slice(0, 20).join(', ')}). The ladder has the levels of the topics.`,
      remedy:
        'Nothing to do if the ladder looks right; otherwise mend the number, or the levels in the topics.',
    });
  }
  return findings;
}
