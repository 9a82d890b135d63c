import { isBlank, type Line, textOf } from '../lines.ts';
import { withoutEmphasis } from './sections.ts';

/** A part of the lines below a heading. */
export type Piece =
  | { kind: 'item'; text: string; line: number }
  /** A line that is nothing but emphasis, e.g. `**Service delivery**`: the name of a group. */
  | { kind: 'group'; text: string; line: number }
  | { kind: 'paragraph'; lines: Line[] };

/** The items, group names and paragraphs of some lines, in their order. Lines indented below an item belong to it. */
export function piecesOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  let indent = 0;
  for (const line of lines) {
    const bullet = /^(\s{0,12}(?:[*+•-]|\d{1,3}[.)])\s{1,4})(?=\S)/u.exec(line.text);
    if (isBlank(line)) {
      if (open?.kind === 'paragraph') open.lines.push(line);
      else open = undefined;
      continue;
    }
    const margin = line.text.length - line.text.trimStart().length;
    if (open?.kind === 'item' && (bullet === null || margin >= indent)) open.text += `\n${line.text}`;
    else if (bullet !== null) {
      indent = bullet[0].length;
      open = { kind: 'item', text: line.text.slice(indent), line: line.number };
      pieces.push(open);
    } else if (withoutEmphasis(line.text) !== line.text) {
      open = undefined;
      pieces.push({ kind: 'group', text: withoutEmphasis(line.text), line: line.number });
    } else if (open?.kind === 'paragraph') open.lines.push(line);
    else {
      open = { kind: 'paragraph', lines: [line] };
      pieces.push(open);
    }
  }
  return pieces.map((piece) =>
    piece.kind === 'item' ? { ...piece, text: withoutEmphasis(piece.text) } : piece,
  );
}

/** The text of paragraphs, a blank line between them as the author set them. */
export function paragraphText(pieces: readonly Piece[]): string | undefined {
  const texts = pieces.flatMap((piece) => (piece.kind === 'paragraph' ? (textOf(piece.lines) ?? []) : []));
  return texts.length === 0 ? undefined : texts.join('\n\n');
}
