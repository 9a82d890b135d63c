import type { Competency, Expectation, Framework } from '../../../domain/framework.ts';
import { proposeRows } from '../../../lint/index.ts';

/** Two rows that a steward says are one competency, or not. */
export interface Pair {
  /** Id of the row that stands first in the framework's own order, and that the other would become part of. */
  competency: string;
  other: string;
  /** Why they are shown: one name, names alike, or somebody chose them. */
  because: 'same name' | 'likely' | 'chosen';
}

/** A row with all that it says, for reading beside another. */
export interface RowInView {
  competency: Competency;
  /** Its entries in the order of the levels. */
  entries: { expectation: Expectation; level: string; heading: string }[];
}

/** The proposals for a draft whose confirmations are applied, two rows at a time. */
export function pairsProposed(confirmed: Framework): Pair[] {
  return proposeRows(confirmed).flatMap(({ competency, joins, certainty }) =>
    joins.map((other) => ({ competency, other, because: certainty })),
  );
}

/** The pair of two rows that somebody chose, in the framework's own order; undefined where one is unknown. */
export function chosenPair(confirmed: Framework, a: string, b: string): Pair | undefined {
  const [first, second] = confirmed.competencies.filter(({ id }) => id === a || id === b);
  if (first === undefined || second === undefined) return undefined;
  return { competency: first.id, other: second.id, because: 'chosen' };
}

/** Makes it quick to find a row of a draft whose confirmations are applied. */
export function rowsInView(confirmed: Framework): (id: string) => RowInView | undefined {
  const competencies = new Map(confirmed.competencies.map((competency) => [competency.id, competency]));
  const cells = Map.groupBy(confirmed.expectations, ({ competency }) => competency);
  const levels = new Map(confirmed.levels.map(({ id, name }, place) => [id, { name, place }]));
  const placeOf = ({ level }: Expectation) => levels.get(level)?.place ?? levels.size;
  return (id) => {
    const competency = competencies.get(id);
    if (competency === undefined) return undefined;
    const entries = (cells.get(id) ?? [])
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((expectation) => ({
        expectation,
        level: levels.get(expectation.level)?.name ?? expectation.level,
        heading: expectation.name ?? competency.name,
      }));
    return { competency, entries };
  };
}
