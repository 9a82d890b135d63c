import { fileNames } from '../../folder/file-names.ts';
import type { SourceFile } from '../../format.ts';
import type { Column } from '../columns.ts';
import { csvFile } from '../csv/write.ts';
import { escapeFormula } from '../formulas.ts';
import { columnLetters } from '../table.ts';
import { type CellToWrite, type RowToWrite, workbookBytes } from '../xlsx/write.ts';
import { TRACKER_COLUMNS, type TrackerColumn } from './columns.ts';

/** A row as it is written: what is absent is an empty cell. */
export type TrackerRow = Partial<Record<TrackerColumn, string>>;

/** Columns that an export has: without what is the framework's own text and without notes, which evidence has not. */
const WRITTEN: readonly Column<TrackerColumn>[] = TRACKER_COLUMNS.filter(
  ({ key }) => !['expected', 'examples', 'notes'].includes(key),
);

/** Title, sentence and header stay in view and on every printed page. */
const HEAD_ROWS = 3;

/** Somebody's evidence as a workbook, which reads back as it was. */
export function writeFilledTracker(
  rows: readonly TrackerRow[],
  { title, note, name }: { title: string; note: string; name: string },
): SourceFile {
  const across = WRITTEN.length;
  const head: RowToWrite[] = [
    { cells: [{ text: escapeFormula(title), style: 'title', across }], height: 30 },
    { cells: [{ text: escapeFormula(note), style: 'note', across }], height: 20 },
    { cells: WRITTEN.map(({ header }): CellToWrite => ({ text: header, style: 'header' })), height: 24 },
  ];
  const last = columnLetters(WRITTEN.length - 1);
  const sheet = {
    name: 'Tracker',
    columns: WRITTEN,
    rows: [...head, ...rows.map(rowToWrite)],
    headRows: HEAD_ROWS,
    filter: `A${HEAD_ROWS}:${last}${HEAD_ROWS + rows.length}`,
  };
  return { name: `${fileStem(name)}.xlsx`, bytes: workbookBytes([sheet]) };
}

/** The same rows as a CSV file. */
export function writeFilledTrackerCsv(rows: readonly TrackerRow[], { name }: { name: string }): SourceFile {
  return csvFile(
    `${fileStem(name)}.csv`,
    WRITTEN.map(({ header }) => header),
    rows.map((row) => WRITTEN.map(({ key }) => row[key])),
  );
}

function rowToWrite(row: TrackerRow): RowToWrite {
  return {
    cells: WRITTEN.map(({ key, technical }): CellToWrite => {
      const text = row[key];
      const style = technical
        ? 'quiet'
        : key === 'competency'
          ? 'strong'
          : text === undefined
            ? 'write'
            : 'text';
      return { text: text === undefined ? '' : escapeFormula(text), style };
    }),
  };
}

function fileStem(name: string): string {
  return fileNames([name]).get(name) ?? 'tracker';
}
