import type { Line } from './lines.ts';

/** A heading of a Markdown text and the lines below it up to the next one. `level` 0: what stands before the first. */
export interface Block {
  level: number;
  heading: string;
  /** The id of `## Heading {#id}`. */
  id?: string;
  /** The heading's own line, to the letter. */
  source: string;
  line: number;
  lines: Line[];
}

/** Takes a Markdown text apart at its `#` headings. What looks like a heading inside fenced code is none. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [{ level: 0, heading: '', source: '', line: lines[0]?.number ?? 1, lines: [] }];
  let fence: string | undefined;
  for (const line of lines) {
    const wasFenced = fence !== undefined;
    fence = fenceAfter(line.text, fence);
    const heading = wasFenced ? undefined : headingIn(line);
    if (heading === undefined) blocks.at(-1)?.lines.push(line);
    else blocks.push(heading);
  }
  return blocks;
}

/** The fence that is open after a line. It closes with at least as many of the same character and nothing else. */
function fenceAfter(text: string, open: string | undefined): string | undefined {
  const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
  if (mark === undefined) return open;
  if (open === undefined)
    return mark.startsWith('`') && text.trimStart().slice(mark.length).includes('`') ? undefined : mark;
  const closes = mark[0] === open[0] && mark.length >= open.length && text.trim() === mark;
  return closes ? undefined : open;
}

function headingIn({ text, number }: Line): Block | undefined {
  const start = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(text);
  if (start === null) return undefined;
  const bare = text
    .slice(start[0].length)
    .trim()
    .replace(/(?:^|[ \t])#+$/, '')
    .trimEnd();
  const { heading, id } = withoutId(bare);
  const level = start[1]?.length ?? 1;
  return { level, heading, ...(id === undefined ? {} : { id }), source: text, line: number, lines: [] };
}

function withoutId(text: string): { heading: string; id?: string } {
  const at = text.lastIndexOf('{#');
  if (at === -1 || !text.endsWith('}')) return { heading: text };
  const id = text.slice(at + 2, -1);
  return /^[^\s{}]+$/.test(id) ? { heading: text.slice(0, at).trimEnd(), id } : { heading: text };
}
