import { stringify } from 'csv-stringify/sync';
import type { SourceFile } from '../../format.ts';
import { escapeFormula } from '../formulas.ts';

/** Spreadsheet programs take a CSV file for UTF-8 only if it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV file of a header and rows; `undefined` is an empty cell. NUL cannot stand in a text file: it becomes ␀. */
export function csvFile(
  name: string,
  header: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
): SourceFile {
  const cells = rows.map((row) => row.map((text) => (text === undefined ? '' : cellText(text))));
  const text = stringify([[...header], ...cells], {
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]|^\s|\s$/,
  });
  return { name, bytes: new TextEncoder().encode(BYTE_ORDER_MARK + text) };
}

function cellText(text: string): string {
  return escapeFormula(text.replaceAll('\0', '\u2400'));
}
