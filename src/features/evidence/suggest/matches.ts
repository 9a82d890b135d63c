import type { Claim } from './claims.ts';
import type { Cell, Entry, RowHolder } from './framework-index.ts';

/** A word of the note that a competency or an expectation holds. */
export interface Match {
  claim: Claim;
  strength: number;
  point?: string;
}

/** A word of the note that a competency holds, and how much of it is for each of its expectations to say. */
export interface RowMatch extends Match {
  /** What the word says for a holder of it, before it is asked how plainly. */
  said: number;
  holder: RowHolder;
}

/** What one place of a note says again, in other words of the same meaning, adds little. */
const SAID_AGAIN = 0.6;

/** What each competency holds of what a note says, by its place. */
export function matchesByRow(
  claims: ReadonlyMap<string, Claim>,
  words: ReadonlyMap<string, Entry>,
): Map<number, RowMatch[]> {
  const matches = new Map<number, RowMatch[]>();
  for (const [key, claim] of claims) {
    const { rows = [], rarity = 0, rarityInNames = 0 } = words.get(key) ?? {};
    for (const holder of rows) {
      const said = claim.strength * (claim.meant && holder.named ? rarityInNames : rarity);
      const match = { claim, said, holder, strength: said * holder.plainness };
      const before = matches.get(holder.row);
      if (before === undefined) matches.set(holder.row, [match]);
      else before.push(match);
    }
  }
  return matches;
}

/** What an expectation holds itself of what its competency holds. */
export function matchesOfCell(row: readonly RowMatch[], cell: Cell): Match[] {
  return row.flatMap(({ claim, said, holder }) =>
    holder.cells
      .filter((own) => own.cell === cell)
      .map(({ plainness, point }) => {
        const strength = said * plainness;
        return { claim, strength, ...(point === undefined ? {} : { point }) };
      }),
  );
}

export function strengthOf(matches: readonly Match[]): number {
  let sum = 0;
  for (const group of byPlace(matches).values()) {
    const strongestFirst = group.map(({ strength }) => strength).sort((a, b) => b - a);
    strongestFirst.forEach((strength, index) => {
      sum += strength * SAID_AGAIN ** index;
    });
  }
  return sum;
}

/** In how many places of the note the matches stand. */
export function placesOf(matches: readonly Match[]): number {
  return byPlace(matches).size;
}

/** By where the note says so first; what only the kind of work says counts as one place. */
function byPlace(matches: readonly Match[]): Map<number, Match[]> {
  return Map.groupBy(matches, ({ claim }) => claim.spans[0]?.start ?? -1);
}
