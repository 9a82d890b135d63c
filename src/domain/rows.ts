import type { ConfirmedRow } from './confirmation.ts';
import type { Competency, Expectation, Framework } from './framework.ts';

/**
 * The framework as its confirmations make it: confirmed rows joined, the scale in its confirmed order.
 * Pages, the linter and comparisons look at this; storage and writers keep the framework as it was read, so that
 * a confirmation can be taken back. An unknown id in a confirmation is left alone here and reported as `dangling-id`.
 */
export function withConfirmations(framework: Framework): Framework {
  const joinedInto = joins(framework);
  const byId = new Map(framework.competencies.map((competency) => [competency.id, competency]));
  const competencies = framework.competencies.filter((competency) => !joinedInto.has(competency.id));
  const expectations = framework.expectations.map((expectation) => joined(expectation, joinedInto, byId));
  return { ...framework, competencies, expectations, scale: orderedScale(framework) };
}

/**
 * Says of which row a competency is part by what was confirmed; of its own where nothing joined it to another. Works on
 * a framework as it was read and on one whose confirmations are applied.
 */
export function rowOf({ confirmed }: Pick<Framework, 'confirmed'>): (competency: string) => string {
  const joinedInto = joinsOf(confirmed.rows, () => true);
  return (competency) => joinedInto.get(competency) ?? competency;
}

/** Competency id -> id of the row it became part of. */
function joins(framework: Framework): Map<string, string> {
  const known = new Set(framework.competencies.map(({ id }) => id));
  return joinsOf(framework.confirmed.rows, (id) => known.has(id));
}

/** Follows chains and refuses circles. */
function joinsOf(rows: readonly ConfirmedRow[], isKnown: (id: string) => boolean): Map<string, string> {
  const joinedInto = new Map<string, string>();
  const target = (id: string): string => {
    let at = id;
    for (let next = joinedInto.get(at); next !== undefined; next = joinedInto.get(at)) at = next;
    return at;
  };
  for (const { competency, joins: others } of rows) {
    if (!isKnown(competency)) continue;
    for (const other of others) {
      const row = target(competency);
      if (isKnown(other) && target(other) !== row) joinedInto.set(target(other), row);
    }
  }
  return new Map([...joinedInto.keys()].map((id) => [id, target(id)]));
}

function joined(
  expectation: Expectation,
  joinedInto: Map<string, string>,
  byId: Map<string, Competency>,
): Expectation {
  const row = joinedInto.get(expectation.competency);
  if (row === undefined) return expectation;
  const own = expectation.name ?? byId.get(expectation.competency)?.name;
  const differs = own !== undefined && own !== byId.get(row)?.name;
  return { ...expectation, competency: row, ...(differs ? { name: own } : {}) };
}

function orderedScale(framework: Framework): Framework['scale'] {
  const order = framework.confirmed.scale?.order;
  if (order === undefined) return framework.scale;
  const place = new Map(order.map((id, index) => [id, index]));
  const { steps } = framework.scale;
  if (!steps.every(({ id }) => place.has(id))) return framework.scale;
  return { ordered: true, steps: steps.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)) };
}
