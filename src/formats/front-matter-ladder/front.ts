import type { Finding } from '../../domain/finding.ts';
import type { TextFile } from '../format.ts';
import { type Line, linesOf } from '../lines.ts';

/** A stretch of a file's front matter. */
export interface Stretch {
  text: string;
  /** How many lines of the file stand above it. */
  before: number;
}

/**
 * Takes the front matter off a file. Both lines `---` belong to neither part, but the first stays with the front matter
 * so that its lines count as the file's do. `text` is the file's text with its tabs made good.
 */
export function splitFront(
  file: TextFile,
  text: string,
): { front: string; body: Line[]; findings: Finding[] } {
  const end = /^---[ \t]*(?:\r\n|\n|\r|$)/gm;
  end.lastIndex = text.indexOf('\n') + 1;
  const found = end.exec(text);
  if (found === null) return { front: text, body: [], findings: [unended(file)] };
  const front = text.slice(0, found.index);
  const body = linesOf(file.text).slice(linesOf(front).length + 1);
  return { front, body, findings: [] };
}

/** The head up to `topics:`, then each topic by itself: where a line as deep as the first topic's has a hyphen. */
export function cutIntoTopics(front: string): Stretch[] {
  const lines = front.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  const start = lines.findIndex((line) => /^topics[ \t]*:/.test(line));
  const first = lines.findIndex((line, index) => index > start && /^ *- /.test(line));
  if (start === -1 || first === -1) return [];
  const hyphen = `${/^ */.exec(lines[first] ?? '')?.[0] ?? ''}- `;
  const starts = [...lines.keys()].filter((index) => index >= first && lines[index]?.startsWith(hyphen));
  return [
    { text: lines.slice(0, start).join(''), before: 0 },
    ...starts.map((from, index) => ({ text: lines.slice(from, starts[index + 1]).join(''), before: from })),
  ];
}

function unended(file: TextFile): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    line: 1,
    column: 1,
    quote: '---',
    message: `No second line "---" ends the front matter of ${file.name}, so the whole file was read as front matter.`,
    remedy: 'Put a line "---" below the last topic.',
  };
}
