import type { Package } from './package.ts';
import { readXml } from './xml.ts';

/** Number formats that every spreadsheet program has built in and that show a date or a time. */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Which of the workbook's cell styles show a number as a date or a time. */
export function dateStyles(parts: Package, path = 'xl/styles.xml'): boolean[] {
  const xml = parts.text(path);
  const styles: boolean[] = [];
  if (xml === undefined) return styles;
  const dateFormats = new Set(BUILT_IN);
  let inCellStyles = false;
  readXml(xml, path, {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'numFmt' && showsDate(formatCode)) dateFormats.add(Number(numFmtId));
      if (name === 'xf' && inCellStyles) styles.push(dateFormats.has(Number(numFmtId)));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** A format with a letter of dates or times outside quotation marks, brackets and escapes. */
function showsDate(format: string): boolean {
  const bare = format.slice(0, 500).replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '');
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}

const DAY = 24 * 60 * 60 * 1000;

/** A spreadsheet's day number as ISO 8601, with the time where there is one; undefined where no calendar has it. */
export function isoDate(serial: number, startsIn1904: boolean): string | undefined {
  // Day 60 of the 1900 system is a 29 February that never was: days before it count one less.
  const epoch = startsIn1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const date = new Date(epoch + Math.round(serial * DAY));
  if (!(serial >= 0) || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return undefined;
  const iso = date.toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19);
}
