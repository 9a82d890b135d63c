import { type CsvError, type Info, parse } from 'csv-parse/sync';
import type { TextFile } from '../format.ts';

/** Longest row that is read, in bytes, and the longest stretch that is looked at to find where rows go on. */
const LONGEST_ROW = 1024 * 1024;
const LONGEST_LOOK = 64 * 1024;

/** How many bytes of a file are looked at again, in all, to find where rows go on after a broken one. */
const MOST_LOOKED_AT = 32 * 1024 * 1024;

/** Most broken rows of a file that are gone around one by one. */
const MOST_BREAKS = 5_000;

/** Most rows of another width than the header's: each costs the library an error object, stack and all. */
const MOST_ODD = 50_000;

/** A row of a table. */
export interface Row {
  /** The line of the file on which it begins, from 1. */
  line: number;
  /** To the letter, but for line ends: LF inside cells, whatever the file has. */
  cells: string[];
}

/** A place where the table is broken. `kind` is what is wrong there. */
export interface Break {
  kind: 'open quote' | 'stray quote' | 'long row' | 'skipped';
  line: number;
  /** Of the cell that begins it, from 1. */
  column: number;
  /** What stands there. */
  text: string;
}

/**
 * Gives every row of a table, one at a time, so that memory does not grow with their number. After a row whose
 * quotation marks do not match it goes on with the next line that is a whole row again. Linear in the file's bytes,
 * but for broken rows, which cost a bounded time in all.
 */
export function eachRow(
  file: TextFile,
  { delimiter, columns }: { delimiter: string; columns: number },
  onRow: (row: Row) => void,
  onBreak: (at: Break) => void,
): void {
  const bytes = Buffer.from(file.text);
  const reader = new RowReader(bytes, delimiter, onRow);
  let budget = MOST_LOOKED_AT;
  for (let breaks = 0; reader.at < bytes.length; breaks += 1) {
    const error = reader.run(columns);
    if (error === undefined) return;
    if (error instanceof TooManyOdd) {
      onBreak({ kind: 'skipped', line: reader.line(), column: 1, text: '' });
      return;
    }
    const broken = reader.breakAt(error);
    if (error.code === 'INVALID_OPENING_QUOTE' && breaks < MOST_BREAKS && reader.relaxed(columns)) {
      onBreak({ ...broken, kind: 'stray quote' });
      continue;
    }
    onBreak(broken);
    budget = reader.resume(columns, budget);
    if ((budget <= 0 || breaks >= MOST_BREAKS) && reader.at < bytes.length) {
      onBreak({ kind: 'skipped', line: reader.line(), column: 1, text: '' });
      return;
    }
  }
}

class RowReader {
  /** Offset of the byte at which reading goes on. */
  at = 0;
  readonly #bytes: Buffer;
  readonly #delimiter: string;
  readonly #onRow: (row: Row) => void;
  /** Lines are counted once over the whole file: an offset and the number of the line that it stands on. */
  #counted = { at: 0, line: 1 };
  #odd = 0;

  constructor(bytes: Buffer, delimiter: string, onRow: (row: Row) => void) {
    this.#bytes = bytes;
    this.#delimiter = delimiter;
    this.#onRow = onRow;
  }

  /** Reads rows until the end (undefined) or the first error; `at` is then where the broken row begins. */
  run(columns: number): CsvError | TooManyOdd | undefined {
    const start = this.at;
    return caught(() => {
      parse(this.#bytes.subarray(start), {
        ...this.#options,
        max_record_size: LONGEST_ROW,
        on_record: (cells: string[], { bytes }: Info) => {
          this.#row(cells);
          this.at = start + bytes;
          this.#odd += cells.length === columns ? 0 : 1;
          if (this.#odd > MOST_ODD) throw new TooManyOdd();
          return null;
        },
      });
      this.at = this.#bytes.length;
    });
  }

  /** Reads the row that begins here with quotation marks as letters, if it then has its columns. */
  relaxed(columns: number): boolean {
    const found = this.#rowAt(this.at, true);
    if (found === undefined || found.cells.length !== columns) return false;
    this.#row(found.cells);
    this.at = found.end;
    return true;
  }

  /** Goes to the next line that is a whole row; what is left of the budget, 0 where it did not last. */
  resume(columns: number, budget: number): number {
    let left = budget;
    for (;;) {
      const line = nextLine(this.#bytes, this.at);
      this.at = line;
      if (line >= this.#bytes.length || left <= 0) return left;
      const found = this.#rowAt(line, false);
      left -= found === undefined ? LONGEST_LOOK : found.end - line;
      if (found?.cells.length === columns) return left;
    }
  }

  breakAt({ code, column }: CsvError & { column?: unknown }): Break {
    this.#skipLineEnds();
    const end = Math.min(nextLine(this.#bytes, this.at), this.at + 400);
    return {
      kind: code === 'CSV_MAX_RECORD_SIZE' ? 'long row' : 'open quote',
      line: this.line(),
      column: (typeof column === 'number' ? column : 0) + 1,
      text: this.#bytes.toString('utf8', this.at, end).trim(),
    };
  }

  /** The line of `at`. */
  line(): number {
    const { at, line } = this.#counted;
    let count = line;
    for (let index = at; index < this.at; index += 1) {
      const byte = this.#bytes[index];
      if (byte === 0x0a || (byte === 0x0d && this.#bytes[index + 1] !== 0x0a)) count += 1;
    }
    this.#counted = { at: Math.max(at, this.at), line: count };
    return count;
  }

  get #options() {
    return {
      delimiter: this.#delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    };
  }

  #row(cells: string[]): void {
    this.#skipLineEnds();
    this.#onRow({ line: this.line(), cells: cells.map((cell) => cell.replace(/\r\n?/g, '\n')) });
  }

  #skipLineEnds(): void {
    while (this.#bytes[this.at] === 0x0a || this.#bytes[this.at] === 0x0d) this.at += 1;
  }

  #rowAt(start: number, relaxed: boolean): { cells: string[]; end: number } | undefined {
    let found: { cells: string[]; end: number } | undefined;
    const error = caught(() => {
      parse(this.#bytes.subarray(start, start + LONGEST_LOOK), {
        ...this.#options,
        relax_quotes: relaxed,
        to: 1,
        on_record: (cells: string[], { bytes }: Info) => {
          found = { cells, end: start + bytes };
          return null;
        },
      });
    });
    return error === undefined ? found : undefined;
  }
}

function nextLine(bytes: Buffer, from: number): number {
  for (let index = from; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte === 0x0a || (byte === 0x0d && bytes[index + 1] !== 0x0a)) return index + 1;
  }
  return bytes.length;
}

class TooManyOdd extends Error {}

function caught(run: () => void): CsvError | TooManyOdd | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof TooManyOdd) return error;
    // Every mistake that the library finds in a table has a code; anything else is a mistake of ours.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error as CsvError;
    throw error;
  }
}
