import { shortened } from '../../../domain/evidence-title.ts';
import { markdownToPassages } from '../../../web/markdown.ts';

/** How much of each text two printed pages have room for. Everything is whole on the conversation's own pages. */
export interface PackRoom {
  /** Characters of a note. */
  note: number;
  /** Characters of a competency's name. */
  heading: number;
  /** Titles of evidence beside a row, and the characters of each. */
  pieces: number;
  title: number;
  /** Open actions, and the characters of each. */
  actions: number;
  action: number;
  /** Characters of whom it helped. */
  helped: number;
}

/** Lines that two pages have for rows, once the head, the actions and whom it helped have theirs. */
const LINES = 132;

/** Characters that stand in a line of a column. */
const IN_A_LINE = { both: 34, one: 72 };

/** @param sides how many views stand beside each other */
export function roomFor(rows: number, sides: number): PackRoom {
  const lines = Math.max(1, Math.floor(LINES / Math.max(1, rows)) - 1);
  const wide = sides > 1 ? IN_A_LINE.both : IN_A_LINE.one;
  return {
    note: Math.min(1_500, Math.max(0, lines - 1) * wide),
    heading: rows > 40 ? 38 : 60,
    pieces: Math.min(6, Math.max(0, lines - 3)),
    title: lines > 9 ? 80 : 30,
    actions: 8,
    action: 110,
    helped: 260,
  };
}

/** A note in short, without the marks of Markdown. */
export function inShort(text: string, most: number): string {
  return most === 0 ? '' : shortened(markdownToPassages(text).join(' '), most);
}
