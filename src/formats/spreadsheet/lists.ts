import type { Link } from '../../domain/framework.ts';

/** How the items of a list in one cell begin: `• one` or `1. one`, each on a line of its own. */
export interface ListStyle {
  mark(place: number): string;
  /** A marker at the beginning of a line, as people type it. */
  marker: RegExp;
  /** A line inside an item that would read as a marker, with the backslashes before it. */
  lookalike: RegExp;
}

export const BULLETS: ListStyle = {
  mark: () => '• ',
  marker: /^[ \t\u00a0]*•[ \t\u00a0]?/,
  lookalike: /^([ \t\u00a0]*)(\\*)(?=•)/,
};

export const NUMBERS: ListStyle = {
  mark: (place) => `${place}. `,
  marker: /^[ \t\u00a0]*(?:•|\d{1,4}[.)](?=[ \t\u00a0]|$))[ \t\u00a0]?/,
  lookalike: /^([ \t\u00a0]*)(\\*)(?=•|\d{1,4}[.)](?:[ \t\u00a0]|$))/,
};

/** Blank lines at an item's end belong to the layout of a cell, unless a backslash says that they are the item's. */
const BLANK_END = /[\r\n]\s*$/;
const KEPT_BLANK_END = /[\r\n]\s*\\+$/;

/** Several texts in one cell; undefined for none. `listItems` gives the same texts back, whatever they hold. */
export function listCell(items: readonly string[], style: ListStyle): string | undefined {
  if (items.length === 0) return undefined;
  return items.map((item, index) => style.mark(index + 1) + written(item, style)).join('\n');
}

function written(item: string, { lookalike }: ListStyle): string {
  const [first = '', ...rest] = item.split('\n');
  const text = [first, ...rest.map((line) => line.replace(lookalike, '$1$2\\'))].join('\n');
  return BLANK_END.test(text) || KEPT_BLANK_END.test(text) ? `${text}\\` : text;
}

/**
 * The texts of a cell. Lines before the first marker are an item of their own; in a cell without markers, lines that
 * all begin with a hyphen or an asterisk are items, and anything else is one item.
 */
export function listItems(cell: string | undefined, style: ListStyle): string[] {
  if (cell === undefined) return [];
  const lines = cell.split('\n');
  const marker = markerIn(lines, style);
  const items: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const mark = marker?.exec(line)?.[0];
    if (mark !== undefined) items.push([line.slice(mark.length)]);
    else if (index === 0) items.push([line]);
    else items.at(-1)?.push(line.replace(style.lookalike, withoutBackslash));
  }
  const texts = items.map((item) => trimmed(item.join('\n')));
  return marker?.test(lines[0] ?? '') ? texts : texts.filter((text) => text.trim() !== '');
}

function markerIn(lines: readonly string[], style: ListStyle): RegExp | undefined {
  if (lines.some((line) => style.marker.test(line))) return style.marker;
  const dash = /^[ \t\u00a0]*[-*–][ \t\u00a0]+/;
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length > 0 && filled.every((line) => dash.test(line)) ? dash : undefined;
}

function withoutBackslash(_line: string, space: string, backslashes: string): string {
  return space + backslashes.slice(1);
}

function trimmed(item: string): string {
  return KEPT_BLANK_END.test(item) ? item.slice(0, -1) : item.replace(BLANK_END, '');
}

/** A link as an item of a list: `Label <address>`. */
export function linkText({ label, url }: Link): string {
  return `${label} <${url}>`;
}

/** An item that is only an address is a link whose label is the address. */
export function linkFrom(item: string): Link {
  const at = item.indexOf(' <');
  if (at === -1 || !item.endsWith('>')) return { label: item, url: item };
  return { label: item.slice(0, at), url: item.slice(at + 2, -1) };
}
