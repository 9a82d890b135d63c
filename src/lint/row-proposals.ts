/** Which entries at different levels are probably one competency. Only proposed: a person confirms rows. */
import type { Framework } from '../domain/framework.ts';
import { rowOf } from '../domain/rows.ts';
import { type Entry, entriesOf, groupedBy } from './entries.ts';
import { contentStems, likeness } from './wording.ts';

/** "These are one competency": what a person may confirm as a row. */
export interface RowProposal {
  /** Id of the competency that the others would become part of: the first in the framework's own order. */
  competency: string;
  joins: string[];
  certainty: 'same name' | 'likely';
}

/** Two entries at neighbouring levels whose names differ although they are likely one row. */
export interface Drift {
  earlier: Entry;
  later: Entry;
}

/**
 * Proposes rows: first those whose entries have one name within a theme, then those that names drifted apart, each
 * joining the rows of the same-name proposals. Confirmed in this order they make whole rows. What a person refused is
 * not proposed again.
 */
export function proposeRows(framework: Framework): RowProposal[] {
  const entries = entriesOf(framework);
  const isRefused = refusals(framework);
  const leader = new Map<string, string>();
  const proposals: RowProposal[] = [];
  for (const group of groupedBy(entries, nameInTheme).values()) {
    const ids = [...new Set(group.map(({ competency }) => competency.id))];
    for (const [first = '', ...others] of withoutRefused(ids, isRefused)) {
      for (const id of [first, ...others]) leader.set(id, leader.get(id) ?? first);
      if (others.length > 0) proposals.push({ competency: first, joins: others, certainty: 'same name' });
    }
  }
  const said = new Set<string>();
  for (const { earlier, later } of driftedNames(framework)) {
    const row = leader.get(earlier.competency.id) ?? earlier.competency.id;
    const other = leader.get(later.competency.id) ?? later.competency.id;
    if (row === other || isRefused(row, other) || said.has(`${row}\n${other}`)) continue;
    said.add(`${row}\n${other}`);
    proposals.push({ competency: row, joins: [other], certainty: 'likely' });
  }
  return proposals;
}

/**
 * The pairs at neighbouring levels, within a theme, whose names differ and yet say the same: other punctuation, number or case,
 * a bracket more, a word more. Entries with a partner of the same name, or of the same row, are set aside first.
 */
export function driftedNames(framework: Framework): Drift[] {
  const byLevel = groupedBy(entriesOf(framework), ({ level }) => level);
  const isRefused = refusals(framework);
  return framework.levels
    .flatMap((level) =>
      level.next.flatMap((next) => driftsBetween(byLevel.get(level.id) ?? [], byLevel.get(next) ?? [])),
    )
    .filter(({ earlier, later }) => !isRefused(earlier.competency.id, later.competency.id));
}

/** Whether a person said that two rows are not one, or said so of entries that have become part of them. */
function refusals(framework: Framework): (a: string, b: string) => boolean {
  const row = rowOf(framework);
  const pairs = new Set<string>();
  for (const { competency, differsFrom } of framework.confirmed.refused ?? []) {
    pairs.add(`${row(competency)}\n${row(differsFrom)}`);
    pairs.add(`${row(differsFrom)}\n${row(competency)}`);
  }
  return (a, b) => pairs.size > 0 && pairs.has(`${row(a)}\n${row(b)}`);
}

/** Parts a group so that no part holds two rows of which somebody said that they are not one. */
function withoutRefused(ids: readonly string[], isRefused: (a: string, b: string) => boolean): string[][] {
  const parts: string[][] = [];
  for (const id of ids) {
    const part = parts.find((candidate) => !candidate.some((other) => isRefused(other, id)));
    if (part === undefined) parts.push([id]);
    else part.push(id);
  }
  return parts;
}

function driftsBetween(earlier: readonly Entry[], later: readonly Entry[]): Drift[] {
  const left = groupedBy(withoutPartner(earlier, later), ({ theme }) => theme);
  const right = groupedBy(withoutPartner(later, earlier), ({ theme }) => theme);
  return [...left].flatMap(([theme, entries]) => mutuallyBest(entries, right.get(theme) ?? []));
}

function withoutPartner(entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  const names = new Set(others.map(nameInTheme));
  const rows = new Set(others.map(({ competency }) => competency.id));
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const name = nameInTheme(entry);
    if (names.has(name) || rows.has(entry.competency.id) || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

function nameInTheme({ theme, name }: Entry): string {
  return `${theme}\n${name.trim()}`;
}

function mutuallyBest(earlier: readonly Entry[], later: readonly Entry[]): Drift[] {
  const forward = bestPartners(earlier, later);
  const backward = bestPartners(later, earlier);
  return [...forward]
    .filter(([one, other]) => backward.get(other) === one)
    .map(([one, other]) => ({ earlier: one, later: other }));
}

/** How many entries that share a rare word are compared with one entry: keeps the cost linear. */
const MOST_CANDIDATES = 12;

/** Entry -> the one entry that is likest; none where two are equally like it, for then a proposal would be a guess. */
function bestPartners(entries: readonly Entry[], others: readonly Entry[]): Map<Entry, Entry> {
  const stems = new Map(others.map((entry) => [entry, nameStems(entry.name)]));
  const byStem = new Map<string, Entry[]>();
  for (const [entry, own] of stems) {
    for (const stem of new Set(own)) {
      const sharing = byStem.get(stem);
      if (sharing === undefined) byStem.set(stem, [entry]);
      else sharing.push(entry);
    }
  }
  const best = new Map<Entry, Entry>();
  for (const entry of entries) {
    const own = nameStems(entry.name);
    const sharing = own.map((stem) => byStem.get(stem) ?? []).sort((a, b) => a.length - b.length);
    const candidates = [...new Set(sharing.flatMap((list) => list.slice(0, MOST_CANDIDATES)))].slice(
      0,
      MOST_CANDIDATES,
    );
    const likely = candidates
      .map((other) => ({ other, alike: sameness(own, stems.get(other) ?? []) }))
      .filter(({ alike }) => alike > 0)
      .sort((a, b) => b.alike - a.alike);
    const [first, second] = likely;
    if (first !== undefined && first.alike !== second?.alike) best.set(entry, first.other);
  }
  return best;
}

/** The stems of a name without what it says in brackets, which is a remark on it. */
function nameStems(name: string): string[] {
  const bare = name.replace(/\([^()]*\)/g, ' ');
  const stems = contentStems(bare);
  return stems.length > 0 ? stems : contentStems(name);
}

/** How sure it is that two names mean one row: 0 for not, up to 1. */
function sameness(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const inLong = new Set(long);
  const inShort = new Set(short);
  if (short.length === 0) return 0;
  if (short.every((stem) => inLong.has(stem))) {
    if (inShort.size === inLong.size) return 1;
    const sameHead = short.at(-1) === long.at(-1);
    return sameHead && inLong.size - inShort.size === 1 ? 0.9 : 0;
  }
  const alike = likeness(a, b);
  return short.length >= 5 && alike >= 0.8 ? alike : 0;
}
