import { type CsvError, parse } from 'csv-parse/sync';
import { type Finding, quoted } from '../../../domain/finding.ts';
import type { TextFile } from '../../format.ts';
import { competencyHeader } from '../recognise.ts';
import type { Row, Sheet, Tables } from '../table.ts';

/** What separates cells: commas, or what spreadsheet programs write where the comma separates decimals. */
const DELIMITERS = [',', ';', '\t'] as const;
/** Enough of a file to find its header in, in UTF-16 code units and rows. */
const HEAD_LENGTH = 64 * 1024;
const HEAD_ROWS = 20;
/** No spreadsheet program has more columns. */
const MOST_COLUMNS = 16_384;

/** Whether the first rows of a file hold the header that is looked for. */
type HasHeader = (head: Sheet) => boolean;

const isOfFramework: HasHeader = (head) => competencyHeader(head) !== undefined;

/** Whether the file's first rows hold the header of a framework's sheet. */
export function isCompetencyCsv(file: TextFile): boolean {
  return delimiterOf(file.text, isOfFramework) !== undefined;
}

/**
 * The rows of a CSV file, to the letter. Broken quoting gives a finding with its row; the rows before it are read.
 *
 * @param hasHeader by which the delimiter is known: with the right one its header is found
 */
export function readCsv(file: TextFile, hasHeader: HasHeader = isOfFramework): Tables {
  const delimiter = delimiterOf(file.text, hasHeader) ?? ',';
  const rows: string[][] = [];
  const findings: Finding[] = [];
  try {
    parse(file.text, { ...optionsFor(delimiter), on_record: (cells: string[]) => void rows.push(cells) });
  } catch (error) {
    findings.push(broken(file, rows.length + 1, error as CsvError));
  }
  const tooWide = rows.findIndex((cells) => cells.length > MOST_COLUMNS);
  if (tooWide !== -1) findings.push(wide(file, tooWide + 1));
  return { sheets: [{ rows: filledRows(rows), remarks: [] }], findings };
}

function delimiterOf(text: string, hasHeader: HasHeader): string | undefined {
  const head = text.slice(0, HEAD_LENGTH);
  return DELIMITERS.find((delimiter) => {
    const rows: string[][] = [];
    try {
      parse(head, {
        ...optionsFor(delimiter),
        to: HEAD_ROWS,
        on_record: (cells: string[]) => void rows.push(cells),
      });
    } catch {
      // A quote that does not close, here perhaps because the head is cut: the rows before it are what counts.
    }
    return hasHeader({ rows: filledRows(rows), remarks: [] });
  });
}

function optionsFor(delimiter: string) {
  return { delimiter, relax_column_count: true, relax_quotes: true };
}

function filledRows(rows: readonly string[][]): Row[] {
  return rows.flatMap((texts, index): Row[] => {
    const cells = new Map<number, string>();
    for (const [column, text] of texts.slice(0, MOST_COLUMNS).entries())
      if (text !== '') cells.set(column, text);
    return cells.size === 0 ? [] : [{ number: index + 1, cells }];
  });
}

function broken(file: TextFile, row: number, error: CsvError): Finding {
  const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
  const why = unclosed ? 'a quotation mark opens a cell there and is never closed' : error.message;
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    line: row,
    quote: quoted(file.text.split('\n', Number(error.lines ?? 1)).at(-1) ?? ''),
    message: `${file.name} cannot be read from row ${row} on: ${why}.`,
    remedy:
      'Close the quotation mark (a quotation mark inside a cell is written twice), or save the sheet as CSV again.',
  };
}

function wide(file: TextFile, row: number): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    line: row,
    quote: '',
    message: `${file.name} has more than 16,384 columns in row ${row}; those beyond were not read.`,
    remedy: 'Leave only the columns of the framework in the file.',
  };
}
