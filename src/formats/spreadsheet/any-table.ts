/** Tables of other things than frameworks: read from CSV and XLSX as carefully, and written so that they come back. */
import type { Finding } from '../../domain/finding.ts';
import { decode } from '../decode.ts';
import type { SourceFile } from '../format.ts';
import { type Column, findHeader, type Header } from './columns.ts';
import { readCsv } from './csv/read.ts';
import { csvFile } from './csv/write.ts';
import { unescapeFormula } from './formulas.ts';
import { table } from './sheets.ts';
import { columnLetters, type Remark } from './table.ts';
import { isWorkbook } from './xlsx/is-workbook.ts';
import { readWorkbook } from './xlsx/read.ts';
import { workbookBytes } from './xlsx/write.ts';

export { columnLetters };

export type TableColumn<Key extends string> = Column<Key>;

export interface ReadTable<Key extends string> {
  header: Header<Key>;
  rows: TableRow<Key>[];
  /** What a spreadsheet program made of cells by itself. */
  remarks: readonly Remark[];
}

export interface TableRow<Key extends string> {
  /** Counts from 1, as spreadsheet programs do. */
  number: number;
  /** What stands in each column; an empty cell is an empty text. */
  cells: Record<Key, string>;
}

/**
 * Reads the first sheet whose header names all columns of one of the `needed` sets.
 *
 * @returns the table and what is wrong with the file; no table where no sheet has such a header. Never throws.
 */
export function readTable<Key extends string>(
  given: SourceFile,
  columns: readonly Column<Key>[],
  needed: readonly (readonly Key[])[],
): { table?: ReadTable<Key>; findings: Finding[] } {
  const { file, findings } = decode(given);
  if (file === undefined) return { findings };
  const headerOf = (sheet: Parameters<typeof findHeader>[0]) => findHeader(sheet, columns, needed);
  const { sheets, findings: broken } = isWorkbook(file)
    ? readWorkbook(file)
    : readCsv(file, (head) => headerOf(head) !== undefined);
  const found = [...findings, ...broken];
  for (const { rows, remarks, ...sheet } of sheets) {
    const header = headerOf({ ...sheet, rows, remarks });
    if (header === undefined) continue;
    const below = rows.filter(({ number }) => number > header.row);
    const read = below.map(({ number, cells }): TableRow<Key> => {
      const texts = [...header.columns].map(
        ([key, at]) => [key, unescapeFormula(cells.get(at) ?? '')] as const,
      );
      return { number, cells: Object.fromEntries(texts) as Record<Key, string> };
    });
    return { table: { header, rows: read, remarks }, findings: found };
  }
  return { findings: found };
}

/** A CSV file of a header and rows, which `readTable` reads as they were. */
export function writeTableCsv<Key extends string>(
  name: string,
  columns: readonly Column<Key>[],
  rows: readonly Partial<Record<Key, string>>[],
): SourceFile {
  const header = columns.map((column) => column.header);
  return csvFile(
    name,
    header,
    rows.map((row) => columns.map(({ key }) => row[key])),
  );
}

/** A workbook of one sheet with a header and rows, which `readTable` reads as they were, and a sheet of notes. */
export function writeTableXlsx<Key extends string>(
  name: string,
  sheetName: string,
  columns: readonly Column<Key>[],
  rows: readonly Partial<Record<Key, string>>[],
  notes: readonly string[],
): SourceFile {
  const noteColumns = [
    { key: 'note', header: 'How to fill in this workbook', synonyms: [], width: 110 },
  ] as const;
  const sheets = [
    table(sheetName, columns, rows),
    ...(notes.length === 0
      ? []
      : [
          table(
            'Notes',
            noteColumns,
            notes.map((note) => ({ note })),
          ),
        ]),
  ];
  return { name, bytes: workbookBytes(sheets) };
}
