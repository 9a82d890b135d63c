import { columnLetters } from '../../../formats/index.ts';
import { type ColumnKey, headerOf } from './columns.ts';

/** What stands in the way of an import: where, what is there, and what to do. */
export interface ImportProblem {
  /** Counts from 1, as spreadsheet programs do; absent for the file as a whole. */
  row?: number;
  /** Counts from 0. */
  column?: number;
  /** What the column is called. */
  header?: string;
  /** What stands there. */
  value?: string;
  /** An instruction. */
  message: string;
}

/** "Row 12, column C (E-mail), “rosa”: Write an e-mail address, such as …" */
export function problemInWords({ row, column, header, value, message }: ImportProblem): string {
  const place = [
    ...(row === undefined ? [] : [`Row ${row}`]),
    ...(column === undefined
      ? []
      : [`column ${columnLetters(column)}${header === undefined ? '' : ` (${header})`}`]),
    ...(value === undefined || value === ''
      ? []
      : [`“${value.length > 80 ? `${value.slice(0, 79)}…` : value}”`]),
  ].join(', ');
  return place === '' ? message : `${place}: ${message}`;
}

/** Says what is wrong in the cells of one file. */
export class ProblemList {
  readonly problems: ImportProblem[] = [];
  readonly #columns: ReadonlyMap<ColumnKey, number>;

  constructor(columns: ReadonlyMap<ColumnKey, number>) {
    this.#columns = columns;
  }

  /** Where a column is not in the file, the first one stands for the row. */
  at(row: number, key: ColumnKey, value: string | null, message: string): void {
    const column = this.#columns.get(key);
    this.problems.push({
      row,
      ...(column === undefined ? {} : { column, header: headerOf(key), value: value ?? '' }),
      message,
    });
  }

  /** In the order in which people go through the file. */
  inOrder(): ImportProblem[] {
    return this.problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  }
}
