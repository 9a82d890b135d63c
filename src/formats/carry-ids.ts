import type { Competency, Expectation, Framework, Theme } from '../domain/framework.ts';
import { inOwnOrder } from '../domain/order.ts';
import { IdMint } from './ids.ts';

/**
 * Gives a source that was imported again, perhaps reworded, the ids that were minted for it before, so that evidence
 * goes on speaking to the same things (an id is minted once and never derived again). An entry is the same if level,
 * theme and name are; those left over are matched by their order within level and theme, where as many are left on
 * both sides. What is new gets ids that the previous framework never used. Ids that stand in the source are never
 * touched; of a spreadsheet, in which some rows have ids and added ones have none, those that are known go first. What a person confirmed or accepted before is kept where the new reading brings none; Cairn's own folder
 * holds all of this itself and comes back as it is.
 */
export function carryIds(previous: Framework, next: Framework): Framework {
  const { format } = next.source;
  if (format === 'folder') return next;
  const given = format === 'job-family';
  const mayHold = format === 'spreadsheet';
  const renamed = given ? next : withThemeIds(next, carriedThemes(previous, next, mayHold));
  const known = given || mayHold ? sameIds(previous, renamed) : new Map<number, Expectation>();
  const pairs = given ? known : sameEntries(previous, renamed, known);
  const named = withRowIds(renamed, competencyIds(previous, renamed, pairs));
  const carried = withPointIds(previous, named, pairs);
  const { confirmed, accepted } = next;
  const { rows, refused = [], policy, scale } = confirmed;
  const unconfirmed = rows.length + refused.length + policy.length === 0 && scale === undefined;
  return inOwnOrder({
    ...carried,
    expectations: given ? carried.expectations : withExpectationIds(previous, carried, pairs),
    confirmed: unconfirmed ? previous.confirmed : confirmed,
    accepted: accepted.length === 0 ? previous.accepted : accepted,
  });
}

/** Place of an expectation in the new reading -> the expectation that it was before. */
type Pairs = Map<number, Expectation>;

function carriedThemes(previous: Framework, next: Framework, mayHoldIds: boolean): string[] {
  const known = new Set(mayHoldIds ? previous.themes.map(({ id }) => id) : []);
  const before = new Map(
    previous.themes.map(({ name, id }) => [name, id]).toReversed() as [string, string][],
  );
  return settled(
    byPlace(
      next.themes.map(({ id, name }) => (known.has(id) ? id : before.get(name))),
      previous.themes.map(({ id }) => id),
    ),
    next.themes,
    previous.themes,
  );
}

/** In the newer shape a theme is the competency and shares its id: both change together. */
function withThemeIds(framework: Framework, ids: readonly string[]): Framework {
  const carried = new Map(framework.themes.map(({ id }, index) => [id, ids[index] ?? id]));
  const newId = (id: string) => carried.get(id) ?? id;
  const isTheme = new Set(framework.competencies.filter(({ id, theme }) => id === theme).map(({ id }) => id));
  return {
    ...framework,
    themes: framework.themes.map((theme): Theme => ({ ...theme, id: newId(theme.id) })),
    competencies: framework.competencies.map((row) => ({
      ...row,
      theme: newId(row.theme),
      id: isTheme.has(row.id) ? newId(row.id) : row.id,
    })),
    expectations: framework.expectations.map((cell) =>
      isTheme.has(cell.competency) ? { ...cell, competency: newId(cell.competency) } : cell,
    ),
  };
}

/** Entries whose source has ids are the same if those are. */
function sameIds(previous: Framework, next: Framework): Pairs {
  const before = Map.groupBy(previous.expectations, ({ id }) => id);
  const pairs = new Map<number, Expectation>();
  for (const [index, { id }] of next.expectations.entries()) {
    const match = before.get(id)?.shift();
    if (match !== undefined) pairs.set(index, match);
  }
  return pairs;
}

/** The pairs that are known, and what else fits together by name or place. */
function sameEntries(previous: Framework, next: Framework, known: Pairs): Pairs {
  const pairs = new Map(known);
  const taken = new Set(known.values());
  const before = entries(previous).filter(({ cell }) => !taken.has(cell));
  const after = entries(next);
  const named = Map.groupBy(before, ({ name }) => name);
  for (const [index, entry] of after.entries()) {
    if (pairs.has(index)) continue;
    const match = named.get(entry.name)?.shift();
    if (match !== undefined) pairs.set(index, match.cell);
  }
  const matched = new Set(pairs.values());
  const left = Map.groupBy(
    before.filter(({ cell }) => !matched.has(cell)),
    ({ place }) => place,
  );
  const open = Map.groupBy(
    [...after.keys()].filter((index) => !pairs.has(index)),
    (index) => after[index]?.place,
  );
  for (const [place, indexes] of open) {
    const candidates = left.get(place ?? '') ?? [];
    if (candidates.length !== indexes.length) continue;
    for (const [nth, index] of indexes.entries()) pairs.set(index, candidates[nth]?.cell as Expectation);
  }
  return pairs;
}

interface Entry {
  cell: Expectation;
  /** Level and theme. */
  place: string;
  /** Level, theme and name. */
  name: string;
}

function entries({ competencies, expectations }: Framework): Entry[] {
  const rows = new Map(competencies.map((row) => [row.id, row]));
  return expectations.map((cell) => {
    const row = rows.get(cell.competency);
    const place = JSON.stringify([cell.level, row?.theme]);
    return { cell, place, name: JSON.stringify([place, cell.name ?? row?.name]) };
  });
}

/** A row takes the id of the row that the first of its matched cells was in; one without cells is known by its name. */
function competencyIds(previous: Framework, next: Framework, pairs: Pairs): string[] {
  const nameOf = ({ theme, name }: Competency) => JSON.stringify([theme, name]);
  const named = new Map(
    previous.competencies.map((row) => [nameOf(row), row.id]).toReversed() as [string, string][],
  );
  const before = new Map<string, string>();
  for (const [index, { competency }] of next.expectations.entries()) {
    const match = pairs.get(index);
    if (match !== undefined && !before.has(competency)) before.set(competency, match.competency);
  }
  const filled = new Set(next.expectations.map(({ competency }) => competency));
  const wanted = next.competencies.map((row) => {
    if (row.id === row.theme) return row.id;
    return before.get(row.id) ?? (filled.has(row.id) ? undefined : named.get(nameOf(row)));
  });
  return settled(wanted, next.competencies, previous.competencies);
}

function withRowIds(framework: Framework, ids: readonly string[]): Framework {
  const carried = new Map<string, string>();
  for (const [index, { id }] of framework.competencies.entries()) {
    if (!carried.has(id)) carried.set(id, ids[index] ?? id);
  }
  return {
    ...framework,
    competencies: framework.competencies.map((row, index) => ({ ...row, id: ids[index] ?? row.id })),
    expectations: framework.expectations.map((cell) => ({
      ...cell,
      competency: carried.get(cell.competency) ?? cell.competency,
    })),
  };
}

function withExpectationIds(previous: Framework, next: Framework, pairs: Pairs): Expectation[] {
  const wanted = next.expectations.map((_, index) => pairs.get(index)?.id);
  const ids = settled(wanted, next.expectations, previous.expectations);
  return next.expectations.map((cell, index) => ({ ...cell, id: ids[index] ?? cell.id }));
}

/** Points of a matched entry by their text, then by their order where as many are left on both sides. */
function withPointIds(previous: Framework, next: Framework, pairs: Pairs): Framework {
  const wanted = next.expectations.flatMap(({ points }, index) => {
    const before = pairs.get(index)?.points ?? [];
    const byText = Map.groupBy(before, ({ text }) => text);
    const exact = points.map(({ text }) => byText.get(text)?.shift()?.id);
    return byPlace(
      exact,
      before.map(({ id }) => id),
    );
  });
  const points = next.expectations.flatMap((cell) => cell.points);
  const ids = settled(
    wanted,
    points,
    previous.expectations.flatMap((cell) => cell.points),
  );
  let at = 0;
  const expectations = next.expectations.map((cell) => ({
    ...cell,
    points: cell.points.map((point) => {
      at += 1;
      return { ...point, id: ids[at - 1] ?? point.id };
    }),
  }));
  return { ...next, expectations };
}

/** Fills what found no match with what is left of the previous ids, in order, where as many are left as are open. */
function byPlace(
  found: readonly (string | undefined)[],
  previous: readonly string[],
): (string | undefined)[] {
  const matched = new Set(found);
  const left = previous.filter((id) => !matched.has(id));
  if (left.length !== found.filter((id) => id === undefined).length) return [...found];
  return found.map((id) => id ?? left.shift());
}

/** The wanted ids, each once; the rest keep their own id if the previous framework never used it, or get a new one. */
function settled(
  wanted: readonly (string | undefined)[],
  entities: readonly { id: string }[],
  previous: readonly { id: string }[],
): string[] {
  const used = new Set<string>();
  const carried = wanted.map((id) => {
    if (id === undefined || used.has(id)) return undefined;
    used.add(id);
    return id;
  });
  for (const { id } of previous) used.add(id);
  const mint = new IdMint([...used, ...entities.map(({ id }) => id)]);
  return carried.map((id, index) => {
    if (id !== undefined) return id;
    const own = entities[index]?.id ?? '';
    const chosen = used.has(own) ? mint.mint(own, 'entry') : own;
    used.add(chosen);
    return chosen;
  });
}
