/** A line of a text file, to the letter and without its line end. */
export interface Line {
  text: string;
  /** Counts from 1. */
  number: number;
}

/** The lines of a text. CRLF, LF and a lone CR each end a line; a line end at the very end starts no further line. */
export function linesOf(text: string, first = 1): Line[] {
  const lines = text.split(/\r\n|\n|\r/).map((line, index) => ({ text: line, number: first + index }));
  if (lines.at(-1)?.text === '') lines.pop();
  return lines;
}

/** Whether a line shows nothing. */
export function isBlank(line: Line): boolean {
  return line.text.trim() === '';
}

/** The lines joined by LF, without the blank ones at both ends; undefined where nothing is left. */
export function textOf(lines: readonly Line[]): string | undefined {
  const start = lines.findIndex((line) => !isBlank(line));
  if (start === -1) return undefined;
  const end = lines.findLastIndex((line) => !isBlank(line));
  return lines
    .slice(start, end + 1)
    .map(({ text }) => text)
    .join('\n');
}
