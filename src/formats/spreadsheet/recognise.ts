import { type AnyCompetencyColumn, CSV_COLUMNS, findHeader, type Header } from './columns.ts';
import type { Sheet } from './table.ts';

/** Two of who, in which respect and at which level, and something that is expected: with less it is no framework. */
const NEEDED: readonly (readonly AnyCompetencyColumn[])[] = (
  ['statement', 'points', 'examples', 'proficiency'] as const
).flatMap((content): AnyCompetencyColumn[][] => [
  ['theme', 'competency', content],
  ['theme', 'level', content],
  ['competency', 'level', content],
]);

/** Columns that people write about themselves in. */
const OF_A_PERSON = /^\s*(?:my |your )?(?:evidence|self[- ]?assessment)\b/i;

/** The header of a sheet of competencies, or undefined where the sheet is something else. */
export function competencyHeader(sheet: Sheet): Header<AnyCompetencyColumn> | undefined {
  return findHeader(sheet, CSV_COLUMNS, NEEDED);
}

/** Whether a sheet is somebody's tracker: it has a column for their evidence. What they wrote there is theirs. */
export function isTracker({ unknown }: Header<AnyCompetencyColumn>): boolean {
  return [...unknown.values()].some((header) => OF_A_PERSON.test(header));
}
