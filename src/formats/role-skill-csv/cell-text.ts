/** What a cell says where the source has deliberately nothing, and where it only lacks something. */
export const NOT_IN_USE = 'NOT IN USE';
const MISSING = 'MISSING';

/** What a cell says, as a statement and points. */
export interface CellText {
  statement?: string;
  points: string[];
}

/** A bullet and one space: a second space belongs to the text. */
const BULLET = /^[ \t]*[-*•][ \t](?=[ \t]*\S)/;

/**
 * Takes a cell of the kind "You can:" and bullets apart into a statement and points, to the letter but for the bullets
 * themselves. Any other text, one that goes on after its bullets too, stays one statement as it is.
 */
export function cellText(text: string): CellText {
  if (text.trim() === '') return { points: [] };
  const lines = text.split('\n');
  const first = lines.findIndex((line) => BULLET.test(line));
  if (first === -1) return { statement: text, points: [] };
  const points: string[] = [];
  for (const line of lines.slice(first)) {
    if (line.trim() === '') continue;
    const marker = BULLET.exec(line)?.[0];
    if (marker === undefined) return { statement: text, points: [] };
    points.push(line.slice(marker.length));
  }
  const statement = lines.slice(0, first).join('\n').replace(/\n+$/, '');
  return { ...(statement.trim() === '' ? {} : { statement }), points };
}

/** Whether a cell has a text to show, and neither is empty nor holds one of the source's words for "nothing". */
export function isText(text: string): boolean {
  return text.trim() !== '' && !says(text, MISSING) && !says(text, NOT_IN_USE);
}

/** Whether a cell holds one of the source's words for "nothing", in whatever case. */
export function says(text: string, word: string): boolean {
  return text.trim().toUpperCase() === word;
}
