import { CairnError } from '../../domain/errors.ts';
import type { Competency, Expectation, Framework, Level, Theme } from '../../domain/framework.ts';
import { findLevel } from '../../domain/ladder.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { withConfirmations } from '../../domain/rows.ts';
import { fileNames } from '../folder/file-names.ts';
import type { Loss, Written } from '../format.ts';
import { escapeFormula } from './formulas.ts';
import { BULLETS, listCell, NUMBERS } from './lists.ts';
import {
  type CellToWrite,
  LONGEST_CELL,
  type RowToWrite,
  type SheetToWrite,
  workbookBytes,
} from './xlsx/write.ts';

/** What people write into. No score, tick or status among them: a tracker gathers what happened. */
const OWN_COLUMNS = [
  { header: 'Evidence: what happened', width: 48 },
  { header: 'When', width: 14 },
  { header: 'Links', width: 24 },
  { header: 'Notes for the talk', width: 36 },
];
const COLUMNS = [
  { header: 'Competency', width: 24 },
  { header: 'What is expected', width: 56 },
  { header: 'Proficiency', width: 24 },
  ...OWN_COLUMNS,
];
/** Title, sentence and header stay in view and on every printed page. */
const HEAD_ROWS = 3;

/**
 * Writes one level as a workbook that a person keeps their evidence in: competencies by theme with what is expected, and
 * empty columns beside them. Confirmed rows and the confirmed order of proficiencies hold.
 *
 * @throws CairnError `not found` where the framework has no such level.
 */
export function writeTracker(given: Framework, levelId: string): Written {
  const framework = withConfirmations(inOwnOrder(given));
  const level = findLevel(framework, levelId);
  if (level === undefined) {
    const known = framework.levels.map(({ id }) => id).join(', ');
    throw new CairnError(
      'not found',
      `The framework "${framework.id}" has no level "${levelId}".`,
      known === '' ? 'It has no levels yet.' : `It has: ${known}.`,
    );
  }
  const rows = [...headRows(framework, level), ...themeRows(framework, level)];
  const sheet: SheetToWrite = { name: 'Tracker', columns: COLUMNS, rows, headRows: HEAD_ROWS };
  const [stem] = fileNames([`${framework.id}-${level.id}`]).values();
  return {
    files: [{ name: `${stem}-tracker.xlsx`, bytes: workbookBytes([sheet]) }],
    losses: cutTexts(rows, level),
  };
}

function headRows({ name }: Framework, level: Level): RowToWrite[] {
  const across = COLUMNS.length;
  const note =
    'Examples illustrate: a competency can be met in a way that nobody wrote down. This file is yours; share what you choose.';
  return [
    { cells: [{ text: escapeFormula(`${name}: ${level.name}`), style: 'title', across }], height: 30 },
    { cells: [{ text: note, style: 'note', across }], height: 20 },
    { cells: COLUMNS.map(({ header }): CellToWrite => ({ text: header, style: 'header' })), height: 24 },
  ];
}

function themeRows(framework: Framework, level: Level): RowToWrite[] {
  const rowsOf = Map.groupBy(framework.competencies, ({ theme }) => theme);
  const cellsOf = Map.groupBy(
    framework.expectations.filter((expectation) => expectation.level === level.id),
    ({ competency }) => competency,
  );
  return framework.themes.flatMap((theme): RowToWrite[] => {
    const entries = (rowsOf.get(theme.id) ?? []).flatMap((row) =>
      (cellsOf.get(row.id) ?? []).map((expectation) => entryRow(framework, row, expectation)),
    );
    return entries.length === 0 ? [] : [themeRow(theme), ...entries];
  });
}

function themeRow({ name }: Theme): RowToWrite {
  return { cells: [{ text: escapeFormula(name), style: 'theme', across: COLUMNS.length }], height: 22 };
}

function entryRow({ scale }: Framework, row: Competency, expectation: Expectation): RowToWrite {
  const step = scale.steps.find(({ id }) => id === expectation.proficiency);
  const proficiency =
    step === undefined ? '' : [step.name, step.definition].filter((text) => text !== undefined).join('\n');
  const { definition } = row;
  const texts: CellToWrite[] = [
    {
      text: escapeFormula(expectation.name ?? row.name),
      style: 'strong',
      ...(definition === undefined ? {} : { detail: definition }),
    },
    { text: expected(expectation), style: 'text' },
    { text: proficiency === '' ? '' : escapeFormula(proficiency), style: 'quiet' },
  ];
  return { cells: [...texts, ...OWN_COLUMNS.map((): CellToWrite => ({ text: '', style: 'write' }))] };
}

function expected({ statement, points, examples, links, state }: Expectation): string {
  const parts = [
    state === 'present' ? undefined : `(${state})`,
    statement,
    listCell(
      points.map(({ text }) => text),
      NUMBERS,
    ),
    examples.length === 0 ? undefined : `Examples, for illustration:\n${listCell(examples, BULLETS)}`,
    links.length === 0
      ? undefined
      : listCell(
          links.map(({ label, url }) => `${label}: ${url}`),
          BULLETS,
        ),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : escapeFormula(parts.join('\n\n'));
}

/** What a tracker is made for leaves out the other levels, guides and ids; only a text that was cut is a loss. */
function cutTexts(rows: readonly RowToWrite[], level: Level): Loss[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell === undefined || cell.text.length <= LONGEST_CELL
        ? []
        : [
            {
              entity: level.id,
              what: `the end of "${cell.text.slice(0, 60)}…": it is longer than a cell holds`,
            },
          ],
    ),
  );
}
