/**
 * A backup is one gzip file of lines, each a JSON value: a header, then for each table a line that names it and a line
 * a row, then a trailer. Every value is the text that PostgreSQL writes for it, so the file belongs to no engine and
 * rows come back to the letter. Bytes are hexadecimal (`\x...`), which gzip takes half of.
 */
import { CairnError } from '../../domain/errors.ts';

/** Counts up when older versions of Cairn can no longer read the file. */
export const FORMAT = 1;

export interface Header {
  cairn: 'backup';
  format: number;
  /** The version of Cairn that wrote it. */
  version: string;
  /** ISO 8601 instant. */
  createdAt: string;
  /** Names of the migrations that the database had, in order. */
  migrations: string[];
  /** In the order in which they can be loaded: what is referred to stands first. */
  tables: TableHeader[];
}

export interface TableHeader {
  name: string;
  columns: string[];
  rows: number;
}

/** How many rows the backup says it holds. */
export function countRows({ tables }: Header): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** Marks where the rows of a table begin. */
export interface TableLine {
  table: string;
}

/** One value a column of the table's header; null is SQL's null. */
export type RowLine = (string | null)[];

/** The last line: whoever finds it has the whole file. */
export interface Trailer {
  end: true;
  rows: number;
  /** Hexadecimal SHA-256 of every byte before this line, uncompressed. */
  sha256: string;
}

/** Told now and then how far the work has come, as a sentence for a person. */
export type Progress = (line: string) => void;

/** What was backed up or restored. */
export interface BackupReport {
  tables: number;
  rows: number;
}

/** What to say of a file that no backup can be read from. */
export function unreadable(reason: string, cause?: unknown): CairnError {
  return new CairnError(
    'unreadable',
    `The backup cannot be restored: ${reason}. Nothing was changed.`,
    'Use another copy of it, or an earlier backup.',
    { cause },
  );
}
