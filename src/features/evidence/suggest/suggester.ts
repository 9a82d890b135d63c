import type { Expectation, Framework } from '../../../domain/framework.ts';
import { becauseOf } from './because.ts';
import { claimsOf } from './claims.ts';
import { OPERATIONS_WORDS } from './data/operations-words.ts';
import { type Cell, indexFramework } from './framework-index.ts';
import type { KindOfWork } from './kinds-of-work.ts';
import { type Match, matchesByRow, matchesOfCell, placesOf, type RowMatch, strengthOf } from './matches.ts';
import { nearnessTo } from './nearness.ts';
import { type Phrase, Vocabulary } from './vocabulary.ts';

export interface Note {
  text: string;
  /** Id of the level that its writer holds. */
  level: string;
  kind?: KindOfWork;
}

/** An expectation that a note may speak to. Only its writer decides whether it does. */
export interface Suggestion {
  expectation: Expectation;
  /** Id of the numbered point that the words speak of, where they speak of one more than of the others. */
  point?: string;
  /** The words of the note that led here, to the letter and in its order: because it says "post-incident review". */
  because: string[];
}

/** At most five, the likeliest first; none where the note says nothing that the framework speaks of. */
export type Suggester = (note: Note) => Suggestion[];

/** Longer lists are not read. */
const MOST = 5;
/** Two levels of one competency leave room for other competencies. */
const MOST_OF_ONE_COMPETENCY = 2;
/** Of a wide framework, more competencies than this are not looked at more closely. */
const MOST_COMPETENCIES = 40;
/** What a note must say of a competency, in one place or in several: less would be noise. */
const LEAST = { inOnePlace: 0.4, inSeveral: 0.3 };
/** What is far weaker than the first is noise beside it. */
const LEAST_BESIDE_FIRST = 0.4;
/** The share that an expectation's own words have beside those of its whole competency. */
const OWN_WORDS = 0.4;

/**
 * Makes what suggests expectations for notes: a text match, the same for the same note on every machine. It learns
 * nothing, sends nothing anywhere and sets nothing.
 *
 * @param framework a release with its confirmations applied.
 * @param phrases what people say that frameworks call otherwise.
 */
export function buildSuggester(
  framework: Framework,
  phrases: readonly Phrase[] = OPERATIONS_WORDS,
): Suggester {
  const index = indexFramework(framework);
  const vocabulary = new Vocabulary(phrases);
  return ({ text, level, kind }) => {
    const claims = claimsOf(text, kind, index, vocabulary);
    const nearness = nearnessTo(framework.levels, level);
    const found = strongestRows(matchesByRow(claims, index.words)).flatMap((row) =>
      (index.cellsOfRow[row.at] ?? []).map((cell) => foundAt(cell, row, nearness(cell.expectation.level))),
    );
    return chosen(found).map((one) => suggestionOf(one, text));
  };
}

interface Row {
  at: number;
  matches: RowMatch[];
  strength: number;
}

function strongestRows(matches: ReadonlyMap<number, RowMatch[]>): Row[] {
  return [...matches]
    .filter(([, row]) => saysEnough(row))
    .map(([at, row]) => ({ at, matches: row, strength: strengthOf(row) }))
    .sort((a, b) => b.strength - a.strength || a.at - b.at)
    .slice(0, MOST_COMPETENCIES);
}

function foundAt(cell: Cell, row: Row, nearness: number): Found {
  const own = matchesOfCell(row.matches, cell);
  const strength = row.strength * (1 - OWN_WORDS) + strengthOf(own) * OWN_WORDS;
  return { cell, matches: row.matches, own, strength: strength * nearness };
}

interface Found {
  cell: Cell;
  /** What its competency holds of the note. */
  matches: Match[];
  /** What it holds itself. */
  own: Match[];
  strength: number;
}

/** Whether the note's own words say enough: a chosen kind of work alone suggests nothing. */
function saysEnough(matches: readonly Match[]): boolean {
  const said = matches.filter(({ claim }) => claim.spans.length > 0);
  return strengthOf(said) >= (placesOf(said) > 1 ? LEAST.inSeveral : LEAST.inOnePlace);
}

function chosen(found: readonly Found[]): Found[] {
  const inOrder = found.toSorted((a, b) => b.strength - a.strength || a.cell.place - b.cell.place);
  const least = (inOrder[0]?.strength ?? 0) * LEAST_BESIDE_FIRST;
  const taken = new Map<number, number>();
  return inOrder
    .filter(({ cell, strength }) => {
      const before = taken.get(cell.row) ?? 0;
      taken.set(cell.row, before + 1);
      return before < MOST_OF_ONE_COMPETENCY && strength >= least;
    })
    .slice(0, MOST);
}

function suggestionOf({ cell: { expectation }, matches, own }: Found, text: string): Suggestion {
  const point = pointOf(own);
  return {
    expectation,
    ...(point === undefined ? {} : { point }),
    because: becauseOf(text, [...matches, ...own]),
  };
}

/** The point that holds more of the note than any other does. */
function pointOf(own: readonly Match[]): string | undefined {
  const points = [...Map.groupBy(own, ({ point }) => point)]
    .map(([point, matches]) => ({ point, strength: strengthOf(matches) }))
    .filter(({ point }) => point !== undefined)
    .sort((a, b) => b.strength - a.strength);
  return points[0]?.strength === points[1]?.strength ? undefined : points[0]?.point;
}
