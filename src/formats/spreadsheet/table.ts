import type { Finding } from '../../domain/finding.ts';

/** A sheet of a workbook, or a CSV file, as texts. */
export interface Sheet {
  /** Absent for a CSV file, which has one sheet without a name. */
  name?: string;
  /** Rows with something in them, in their order. */
  rows: Row[];
  /** What a spreadsheet program made of cells by itself. It matters only where something is read from. */
  remarks: Remark[];
}

/** Something to know about a cell's text that the text does not say. */
export interface Remark extends Pick<Finding, 'severity' | 'quote' | 'message' | 'remedy'> {
  row: number;
  column: number;
  what: 'formula' | 'error' | 'date' | 'merged';
}

export interface Row {
  /** Counts from 1, as spreadsheet programs do. */
  number: number;
  /** The cells with something in them, by their column; columns count from 0. */
  cells: ReadonlyMap<number, string>;
}

/** What a file's bytes gave. */
export interface Tables {
  sheets: Sheet[];
  findings: Finding[];
}

/** The letters that spreadsheet programs give a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? last : columnLetters(rest - 1) + last;
}

/** Where a cell stands, in words: `sheet "Competencies", row 12, column C`. A row alone without `column`. */
export function placeName(sheet: Sheet, row: number, column?: number): string {
  const where = sheet.name === undefined ? '' : `sheet "${sheet.name}", `;
  return `${where}row ${row}${column === undefined ? '' : `, column ${columnLetters(column)}`}`;
}
