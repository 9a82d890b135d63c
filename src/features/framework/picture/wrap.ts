import type { Metrics } from './metrics.ts';

/** Text as lines of one size. */
export interface Setting {
  size: number;
  lines: string[];
}

/** Longer texts are cut before they are set: no name that long can be read in a picture. UTF-16 code units. */
const LONGEST_TEXT = 400;

/** What the fonts can draw of a text, white space made single. */
export function drawable(text: string, metrics: Metrics): string {
  const kept = [...text.slice(0, LONGEST_TEXT).normalize('NFC').replace(/\s+/g, ' ')].filter((character) =>
    metrics.has(character.codePointAt(0) ?? 0),
  );
  return kept.join('').replace(/ +/g, ' ').trim();
}

/** Sets a text in the largest size at which it fits; where none does, in the smallest, cut with an ellipsis. */
export function setText(
  text: string,
  metrics: Metrics,
  width: number,
  choices: readonly { size: number; lines: number }[],
): Setting {
  let lines: string[] = [];
  for (const choice of choices) {
    lines = wrap(text, metrics, width / choice.size);
    if (lines.length <= choice.lines) return { size: choice.size, lines };
  }
  const { size = 0, lines: most = 0 } = choices.at(-1) ?? {};
  const cut = lines.slice(0, most);
  cut[most - 1] = shortened(cut[most - 1] ?? '', metrics, width / size);
  return { size, lines: cut };
}

function wrap(text: string, metrics: Metrics, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, metrics) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = brokenAnywhere(word, metrics, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

/** A word in pieces that fit: whole, unless it alone is wider than a line. */
function brokenAnywhere(word: string, metrics: Metrics, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && widthOf(piece + character, metrics) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function shortened(line: string, metrics: Metrics, width: number): string {
  const characters = [...line];
  while (characters.length > 0 && widthOf(`${characters.join('')}…`, metrics) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

function widthOf(text: string, metrics: Metrics): number {
  let width = 0;
  for (const character of text) width += metrics.get(character.codePointAt(0) ?? 0) ?? 0;
  return width;
}
