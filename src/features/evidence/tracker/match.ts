/** From what a tracker calls an expectation to the one of a release that is meant. It proposes and never decides. */
import type { TieTarget } from '../../../domain/evidence.ts';
import type { Expectation, Framework, Level } from '../../../domain/framework.ts';
import { findLevel } from '../../../domain/ladder.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../../domain/published.ts';
import type { FilledRow } from '../../../formats/index.ts';
import { bareWording, contentStems } from '../../../lint/wording.ts';
import { nearest } from '../../../web/nearest.ts';
import { nameOf } from '../expectations.ts';

/** An expectation that a row may be meant for. */
export interface Candidate {
  target: TieTarget;
  /** The release in whose words; the newest where the file names none. */
  release: string;
  /** What it is called, and at which level. */
  name: string;
  level: string;
  /** What its proficiency is called; absent where it has none. */
  proficiency?: string;
}

/** `exact`: the file names it, by its id or its name, and there is one of that name. */
export type Match = { exact: Candidate } | { likely: readonly Candidate[] };

/** A level that a tracker is about, unless its rows say otherwise. */
export interface AboutLevel {
  framework: string;
  level: string;
}

/** More than these are not offered as likely. */
const MOST_LIKELY = 5;

export function matchRow(
  row: FilledRow,
  published: PublishedFrameworks,
  about: AboutLevel | undefined,
): Match {
  const named = byId(row, published);
  if (named !== undefined) return { exact: named };
  const called = row.competency ?? row.theme;
  if (called === undefined) return { likely: [] };
  const editions = about === undefined ? published.newest() : [published.find(about.framework)];
  const all = editions.flatMap((edition) => (edition === undefined ? [] : candidatesIn(edition)));
  const here = all.filter(atLevel(row, about));
  const same = ofOneName(here, called, row.theme);
  if (same.length === 1 && same[0] !== undefined) return { exact: candidateOf(same[0]) };
  return { likely: likely(same.length > 0 ? same : here, all, called).map(candidateOf) };
}

/** Every expectation of an edition that evidence can speak to, in its own order. */
export function candidatesOf(edition: PublishedEdition): Candidate[] {
  return candidatesIn(edition).map(candidateOf);
}

/** Which level a title such as "Operations: Engineer" names; our own trackers have one. */
export function levelInTitles(
  titles: readonly string[],
  published: PublishedFrameworks,
): AboutLevel | undefined {
  for (const title of titles.map(bareWording)) {
    for (const { framework } of published.newest()) {
      const level = framework.levels.find(({ name }) => bareWording(`${framework.name} ${name}`) === title);
      if (level !== undefined) return { framework: framework.id, level: level.id };
    }
  }
  return undefined;
}

interface Cell {
  edition: PublishedEdition;
  expectation: Expectation;
  level: Level | undefined;
  name: string;
  theme: string;
  /** Its names, as they are looked for. */
  words: string[];
}

const known = new WeakMap<Framework, Cell[]>();

function candidatesIn(edition: PublishedEdition): Cell[] {
  const { framework } = edition;
  const before = known.get(framework);
  if (before !== undefined) return before;
  const themes = new Map(framework.themes.map(({ id, name }) => [id, name]));
  const competencies = new Map(framework.competencies.map((competency) => [competency.id, competency]));
  const cells = framework.expectations
    .filter(({ state }) => state === 'present')
    .map((expectation): Cell => {
      const competency = competencies.get(expectation.competency);
      const name = nameOf(framework, expectation);
      const theme = themes.get(competency?.theme ?? '') ?? '';
      const words = [...new Set([name, competency?.name ?? name])];
      return { edition, expectation, level: findLevel(framework, expectation.level), name, theme, words };
    });
  known.set(framework, cells);
  return cells;
}

function candidateOf({ edition, expectation, level, name }: Cell): Candidate {
  const { framework, version } = edition;
  const proficiency = framework.scale.steps.find(({ id }) => id === expectation.proficiency)?.name;
  return {
    target: { framework: framework.id, expectation: expectation.id },
    release: version,
    name,
    level: level?.name ?? expectation.level,
    ...(proficiency === undefined ? {} : { proficiency }),
  };
}

/** What our own export names: the very wording, where that release and expectation are still there. */
function byId({ ids }: FilledRow, published: PublishedFrameworks): Candidate | undefined {
  if (ids.framework === undefined || ids.expectation === undefined) return undefined;
  const editions = [published.find(ids.framework, ids.release ?? null), published.find(ids.framework)];
  for (const edition of editions) {
    const cell =
      edition && candidatesIn(edition).find(({ expectation }) => expectation.id === ids.expectation);
    if (cell === undefined) continue;
    const point = cell.expectation.points.find(({ id }) => id === ids.point);
    if (ids.point !== undefined && point === undefined) continue;
    const candidate = candidateOf(cell);
    return point === undefined
      ? candidate
      : { ...candidate, target: { ...candidate.target, point: point.id } };
  }
  return undefined;
}

function atLevel(row: FilledRow, about: AboutLevel | undefined): (cell: Cell) => boolean {
  if (row.level !== undefined) {
    const called = bareWording(row.level);
    return ({ level }) =>
      level !== undefined &&
      [level.name, level.id, ...level.aliases].some((name) => bareWording(name) === called);
  }
  return ({ level }) => about === undefined || level?.id === about.level;
}

/** Those that are called so, punctuation and case apart; of several, those of the theme that the row names. */
function ofOneName(cells: readonly Cell[], called: string, theme: string | undefined): Cell[] {
  const wanted = bareWording(called);
  const same = cells.filter(({ words }) => words.some((name) => bareWording(name) === wanted));
  if (same.length < 2 || theme === undefined) return same;
  const inTheme = same.filter((cell) => bareWording(cell.theme) === bareWording(theme));
  return inTheme.length > 0 ? inTheme : same;
}

/** Names that differ a little: a slip of a finger, another word order, a word more; and the same name at other levels. */
function likely(here: readonly Cell[], all: readonly Cell[], called: string): Cell[] {
  const wanted = bareWording(called);
  const found = new Set([
    ...nearest(called, here, MOST_LIKELY),
    ...here.filter(({ words }) => words.some((name) => shareWords(name, called))),
    ...all.filter(({ words }) => words.some((name) => bareWording(name) === wanted)),
  ]);
  return [...found].slice(0, MOST_LIKELY);
}

/** Whether most words of the shorter name stand in the longer one. */
function shareWords(one: string, other: string): boolean {
  const [left, right] = [new Set(contentStems(one)), new Set(contentStems(other))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return (
    shared > 0 &&
    shared * 2 >= Math.min(left.size, right.size) &&
    shared * 3 >= Math.max(left.size, right.size)
  );
}
