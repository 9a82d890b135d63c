/** From the texts of cells to what evidence is made of: several pieces in one cell, days, addresses. */
import { isDay } from '../../../domain/days.ts';
import { BULLETS, linkText, listCell, listItems, NUMBERS } from '../lists.ts';

/** What counts as one piece of evidence in a cell of several lines. */
export const SPLITS = ['items', 'lines', 'cells'] as const;
/** `items`: each item of a list, other lines stay together. `lines`: each line. `cells`: the whole cell. */
export type Split = (typeof SPLITS)[number];

export function piecesOf(cell: string, split: Split): string[] {
  const pieces =
    split === 'cells'
      ? [cell]
      : split === 'lines'
        ? cell.split('\n').map(withoutMarker)
        : listItems(cell, NUMBERS);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

function withoutMarker(line: string): string {
  return line.replace(/^[ \t\u00a0]*(?:[•*–-]|\d{1,4}[.)])[ \t\u00a0]+/, '');
}

export interface CellLink {
  url: string;
  title?: string;
}

/** The web addresses of a cell, and what stands there besides. */
export function linksIn(cell: string): { links: CellLink[]; rest: string } {
  const links: CellLink[] = [];
  const rest: string[] = [];
  for (const item of listItems(cell, BULLETS)) {
    const own = /^(.*) <(https?:\/\/[^\s<>]+)>$/s.exec(item.trim());
    if (own?.[2] !== undefined) {
      links.push({ url: own[2], ...(own[1] ? { title: own[1] } : {}) });
      continue;
    }
    const left = item.replace(ADDRESS, (url) => {
      const bare = url.replace(/[.,;:)\]]+$/, '');
      links.push({ url: bare });
      return url.slice(bare.length);
    });
    if (/[\p{L}\p{N}]/u.test(left)) rest.push(left.trim());
  }
  return { links, rest: rest.join('\n') };
}

const ADDRESS = /https?:\/\/[^\s<>"']+/g;

export function linksCell(links: readonly CellLink[]): string | undefined {
  return listCell(
    links.map(({ url, title }) => (title === undefined ? url : linkText({ label: title, url }))),
    BULLETS,
  );
}

export function namesIn(cell: string): string[] {
  return listItems(cell, BULLETS)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export function namesCell(names: readonly string[]): string | undefined {
  return listCell(names, BULLETS);
}

/** The day that a cell means, where it means one: `2026-03-12`, `12/03/2026` (the day first), `12 March 2026`. */
export function dayOf(cell: string): string | undefined {
  const text = cell.trim();
  const instant = /^(\d{4}-\d\d-\d\d)T[\d:.]+Z?$/.exec(text)?.[1];
  const [only, another] = daysIn(instant ?? text);
  return another === undefined && only?.whole === true ? only.day : undefined;
}

/** The days that a text speaks of, in its order, at most three. Only offered: what they mean, people know. */
export function daysSpokenOf(text: string): string[] {
  return [...new Set(daysIn(text).map(({ day }) => day))].slice(0, 3);
}

interface FoundDay {
  day: string;
  /** Whether the text is nothing but this day. */
  whole: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const WRITTEN: readonly [RegExp, (parts: string[]) => string][] = [
  [/(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])/g, ([year = '', month = '', day = '']) => iso(year, month, day)],
  [
    /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])/g,
    ([day = '', , month = '', year = '']) => iso(year, month, day),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH},? (\\d{4}|\\d\\d)(?!\\d)`, 'gi'),
    ([day = '', month = '', year = '']) => iso(year, numberOf(month), day),
  ],
  [
    new RegExp(`(?<![a-z])${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'gi'),
    ([month = '', day = '', year = '']) => iso(year, numberOf(month), day),
  ],
];

function daysIn(text: string): FoundDay[] {
  const found = WRITTEN.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].map((match) => ({
      at: match.index,
      day: read(match.slice(1)),
      whole: match[0].length === text.length,
    })),
  );
  return found.filter(({ day }) => isDay(day)).sort((a, b) => a.at - b.at);
}

function numberOf(month: string): string {
  return String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1);
}

function iso(year: string, month: string, day: string): string {
  const whole = year.length === 2 ? `20${year}` : year;
  return `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
