import { type Finding, quoted } from '../../domain/finding.ts';
import type { TextFile } from '../format.ts';
import type { Header } from './columns.ts';
import { type Break, eachRow } from './rows.ts';

/** At most so many places of a file are named one by one. */
const MOST_NAMED = 500;

/** More characters than this in one cell are more than any spreadsheet holds; something is probably wrong. */
const LONGEST_CELL = 32_767;

/** A row of a table by the names of its columns. */
export interface Entry<Column extends string> {
  line: number;
  /** The cell to the letter; empty where the table or the row has no such column. */
  cell(column: Column): string;
  /** Tells of something in the row; `column` says which cell. */
  report(column: Column, finding: Pick<Finding, 'severity' | 'message' | 'remedy'>): void;
}

/** Gives every row of a table below its header, and finally what is wrong with the table itself. */
export function readTable<Column extends string>(
  file: TextFile,
  header: Header<Column>,
  onEntry: (entry: Entry<Column>) => void,
): Finding[] {
  const table = new Table(file, header);
  let isHeader = true;
  eachRow(
    file,
    { delimiter: header.delimiter, columns: header.cells.length },
    ({ line, cells }) => {
      if (!isHeader) table.row(line, cells, onEntry);
      isHeader = false;
    },
    (at) => table.broken(at),
  );
  return table.finish();
}

class Table<Column extends string> {
  readonly #file: TextFile;
  readonly #header: Header<Column>;
  readonly #findings: Finding[] = [];
  #more = 0;

  constructor(file: TextFile, header: Header<Column>) {
    this.#file = file;
    this.#header = header;
    const known = new Set(header.places.values());
    for (const [index, name] of header.cells.entries())
      if (!known.has(index)) this.#unknownColumn(name, index);
  }

  row(line: number, cells: readonly string[], onEntry: (entry: Entry<Column>) => void): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    const { cells: names, places } = this.#header;
    if (cells.length !== names.length) this.#otherWidth(line, cells);
    for (const [index, cell] of cells.slice(0, names.length).entries()) {
      if (cell.length > LONGEST_CELL) this.#longCell(line, index, cell);
    }
    const cellOf = (column: Column) => cells[places.get(column) ?? -1] ?? '';
    onEntry({
      line,
      cell: cellOf,
      report: (column, { severity, message, remedy }) =>
        this.#report({
          rule: 'unexpected-part',
          severity,
          line,
          column: (places.get(column) ?? 0) + 1,
          quote: cellOf(column),
          message: `Row at line ${line} of ${this.#file.name}, column "${column}": ${message}`,
          remedy,
        }),
    });
  }

  broken({ kind, line, column, text }: Break): void {
    const name = this.#header.cells[column - 1];
    const where = `line ${line} of ${this.#file.name}${name === undefined ? '' : `, column "${quoted(name)}"`}`;
    const kept = kind === 'stray quote';
    this.#report({
      rule: kept ? 'unexpected-part' : 'unreadable',
      severity: kept ? 'warning' : 'error',
      line,
      column,
      quote: text,
      ...BROKEN[kind](where),
    });
  }

  finish(): Finding[] {
    if (this.#more === 0) return this.#findings;
    const more: Finding = {
      rule: 'unexpected-part',
      severity: 'error',
      file: this.#file.name,
      quote: '',
      message: `${this.#file.name} has ${this.#more} more places like these.`,
      remedy: 'Mend the places named above and import the file again: the rest will be named then.',
    };
    return [...this.#findings, more];
  }

  #unknownColumn(name: string, index: number): void {
    const known = [...this.#header.places.keys()].map((column) => `"${column}"`).join(', ');
    const twice = [...this.#header.places.keys()].some((column) => column === name.trim());
    this.#report({
      rule: 'not-held',
      severity: 'warning',
      line: 1,
      column: index + 1,
      quote: name,
      message: twice
        ? `${this.#file.name} has the column "${quoted(name)}" twice; only the first was read.`
        : `The column "${quoted(name)}" of ${this.#file.name} is not known, so what stands in it was left out.`,
      remedy: `Take it out or give it the name it should have. Read were: ${known}.`,
    });
  }

  #otherWidth(line: number, cells: readonly string[]): void {
    const width = this.#header.cells.length;
    const at = Math.min(cells.length, width);
    const few = cells.length < width;
    this.#report({
      rule: few ? 'unexpected-part' : 'unreadable',
      severity: few ? 'warning' : 'error',
      line,
      column: at + 1,
      quote: cells[few ? at - 1 : at] ?? '',
      message: few
        ? `The row at line ${line} of ${this.#file.name} ends after ${cells.length} of ${width} columns; "${quoted(this.#header.cells[at] ?? '')}" and what follows were taken as empty.`
        : `The row at line ${line} of ${this.#file.name} has ${cells.length} columns where its header has ${width}; only the first ${width} were read.`,
      remedy:
        'Put quotation marks around cells that hold commas or line breaks, and give the row all its columns.',
    });
  }

  #longCell(line: number, index: number, cell: string): void {
    this.#report({
      rule: 'unexpected-part',
      severity: 'warning',
      line,
      column: index + 1,
      quote: cell,
      message: `The cell "${quoted(this.#header.cells[index] ?? '')}" of the row at line ${line} of ${this.#file.name} has ${cell.length} characters, more than a spreadsheet can hold. It was read whole.`,
      remedy: 'Check that a quotation mark is not missing at the end of an earlier cell.',
    });
  }

  #report(finding: Omit<Finding, 'file'>): void {
    if (this.#findings.length >= MOST_NAMED) this.#more += 1;
    else this.#findings.push({ ...finding, file: this.#file.name, quote: quoted(finding.quote) });
  }
}

const BROKEN: Record<Break['kind'], (where: string) => Pick<Finding, 'message' | 'remedy'>> = {
  'open quote': (where) => ({
    message: `The quotation marks of the row at ${where} do not match, so the row was not read. Reading went on with the next whole row.`,
    remedy: 'Put a quotation mark at both ends of the cell and write one inside it twice: "".',
  }),
  'stray quote': (where) => ({
    message: `A quotation mark stands inside a cell without quotation marks around it, at ${where}. The row was read with the mark as it stands.`,
    remedy: 'Put the cell in quotation marks and write the one inside it twice: "".',
  }),
  'long row': (where) => ({
    message: `The row at ${where} is longer than 1 MB, so it was not read. Reading went on with the next whole row.`,
    remedy: 'Check that a quotation mark is not missing, or shorten the text.',
  }),
  skipped: (where) => ({
    message: `So many rows are broken that the rest, from ${where}, was not read.`,
    remedy: 'Mend the rows named above, or export the table once more from where it came from.',
  }),
};
