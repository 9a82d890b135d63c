/** What becomes of a tracker: each piece of evidence in it, and what it would speak to. Pure: the dry run and the import
 * are this same plan. */

import { isDay } from '../../../domain/days.ts';
import { isKind, type Kind, LONGEST_TEXT, MOST_OF_EACH } from '../../../domain/evidence.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import {
  type CellLink,
  dayOf,
  daysSpokenOf,
  type FilledRow,
  type FilledTracker,
  linksIn,
  namesIn,
  piecesOf,
} from '../../../formats/index.ts';
import { tieValue } from '../tie-value.ts';
import { aboutOf, besidesOf, keptBesides, proficiencyOf, usable } from './besides.ts';
import { BY_HAND, type Choices, UNTIED } from './choices.ts';
import { type Candidate, type Match, matchRow } from './match.ts';

export interface Plan {
  pieces: PlannedPiece[];
  /** How many pieces the file has beyond those that one import takes. */
  beyond: number;
}

export interface PlannedPiece {
  /** Names it in the form. */
  key: string;
  row: FilledRow;
  /** What was written, before anything was added to it. */
  written: string;
  match: Match;
  /** The value of what it is to speak to, `UNTIED` or `BY_HAND`. */
  tie: string;
  /** Days that the file gives it: by its column, or in the text. */
  days: { column?: string; text: readonly string[] };
  /** Its own day; empty for none. */
  day: string;
  /** What it will say: what was written, and below it what stands in the row besides. */
  text: string;
  kind?: Kind;
  links: readonly CellLink[];
  helped: readonly string[];
  /** Whether the same text is there already. */
  already: boolean;
  take: boolean;
}

/** Largest number of pieces that one import brings. */
export const MOST_PIECES = 2_000;

/** What a plan is made of besides the file and the choices. */
export interface PlanContext {
  published: PublishedFrameworks;
  /** Every expectation that can be chosen. */
  candidates: readonly Candidate[];
  /** Those texts of the file that somebody's evidence holds already. */
  there: ReadonlySet<string>;
  /** The last day that is not in the future. */
  today: string;
}

export function planOf({ rows }: FilledTracker, choices: Choices, context: PlanContext): Plan {
  const all = rows.flatMap((row, index) =>
    writtenIn(row, choices).map((written, n) => ({
      key: `r${index + 1}p${n + 1}`,
      row,
      written,
      first: n === 0,
    })),
  );
  const matching = { ...context, matchOf: matcher(context.published, choices.about) };
  const pieces = all
    .slice(0, MOST_PIECES)
    .map(({ first, ...piece }) => planned(piece, first, choices, matching));
  return { pieces, beyond: all.length - pieces.length };
}

/** The texts of a row, each a piece of evidence. A row with nothing but notes is one of those notes. */
export function writtenIn(row: FilledRow, { split, leftOut }: Pick<Choices, 'split' | 'leftOut'>): string[] {
  // Our own export has one piece in a cell, to the letter.
  if (row.ids.evidence !== undefined) return row.evidence;
  const pieces = row.evidence.flatMap((cell) => piecesOf(cell, split));
  if (pieces.length > 0) return pieces;
  const [first] = keptBesides(row, leftOut);
  return first === undefined ? [] : [first];
}

function planned(
  { key, row, written }: Pick<PlannedPiece, 'key' | 'row' | 'written'>,
  first: boolean,
  choices: Choices,
  context: PlanContext & { matchOf(row: FilledRow): Match },
): PlannedPiece {
  const match = context.matchOf(row);
  const already = context.there.has(written);
  const fits = (day: string) => day >= '1950-01-01' && day <= context.today && isDay(day);
  const column = [row.when].flatMap((when) => (when && dayOf(when)) || []).find(fits);
  const proposed = 'exact' in match ? tieValue(match.exact.target) : UNTIED;
  const chosen = choices.pieces.get(key) ?? { take: !already, tie: proposed, day: column ?? '' };
  const isThere =
    [UNTIED, BY_HAND].includes(chosen.tie) || candidateFor({ match, tie: chosen.tie }, context.candidates);
  const tie = isThere ? chosen.tie : proposed;
  const { links, rest } = usable(linksIn(row.links ?? ''));
  const kind = row.kind?.trim().toLowerCase();
  const besides = first ? besidesOf(row, { choices, written, rest, kind, column }) : [];
  const tied = tie !== UNTIED && tie !== BY_HAND;
  const about = [...proficiencyOf(row, match, tied), ...(tied ? [] : [aboutOf(row)])];
  return {
    key,
    row,
    written,
    match,
    tie,
    days: { ...(column === undefined ? {} : { column }), text: daysSpokenOf(written).filter(fits) },
    day: fits(chosen.day) ? chosen.day : '',
    text: [written, ...besides, ...about].filter((part) => part !== '').join('\n\n'),
    ...(kind !== undefined && isKind(kind) ? { kind } : {}),
    links: first ? links : [],
    helped: first ? namesIn(row.helped ?? '').slice(0, MOST_OF_EACH) : [],
    already,
    take: chosen.take,
  };
}

/** What has to be mended before a plan can be carried out. `key`: of the piece. */
export interface PlanProblem {
  key: string;
  message: string;
}

export function planProblems({ pieces }: Plan): PlanProblem[] {
  return pieces
    .filter(({ take }) => take)
    .flatMap((piece) => {
      const place = placeOf(piece.row);
      const tooLong = `${place}: shorten it to ${LONGEST_TEXT.toLocaleString('en-GB')} characters in the file, or leave it out`;
      return [
        ...(piece.tie === BY_HAND ? [{ key: piece.key, message: `${place}: choose what it speaks to` }] : []),
        ...(piece.text.length > LONGEST_TEXT ? [{ key: piece.key, message: tooLong }] : []),
      ];
    });
}

/** `Sheet “Tracker”, row 12`. */
export function placeOf({ sheet, row }: FilledRow): string {
  return sheet === undefined ? `Row ${row}` : `Sheet “${sheet}”, row ${row}`;
}

/** The expectation that a piece is to speak to, if it is. @param all every one that can be chosen */
export function candidateFor(
  { match, tie }: Pick<PlannedPiece, 'match' | 'tie'>,
  all: readonly Candidate[],
): Candidate | undefined {
  const own = 'exact' in match ? [match.exact] : match.likely;
  return [...own, ...all].find(({ target }) => tieValue(target) === tie);
}

/** Rows of one name have one match, which is looked for once. */
function matcher(published: PublishedFrameworks, about: Choices['about']): (row: FilledRow) => Match {
  const found = new Map<string, Match>();
  return (row) => {
    const key = JSON.stringify([row.theme, row.competency, row.level, row.ids]);
    const match = found.get(key) ?? matchRow(row, published, about);
    found.set(key, match);
    return match;
  };
}
