/** Marks the words that were found. Nothing here may need Node. */
import { comparableWord } from './words.ts';

export interface MarkedPiece {
  text: string;
  /** Whether these are words that were asked for. */
  marked: boolean;
}

/** About how much of a text is shown around its first match, in UTF-16 code units. */
const EXCERPT = 180;

/** How much of it stands before the match. */
const BEFORE = 60;

/** The text in pieces. @param words as the index knows them: without case and accents */
export function marked(text: string, words: ReadonlySet<string>): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const add = (piece: string, isMarked: boolean) => {
    const last = pieces.at(-1);
    if (piece === '') return;
    if (last?.marked === isMarked) last.text += piece;
    else pieces.push({ text: piece, marked: isMarked });
  };
  let at = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    add(text.slice(at, match.index), false);
    const word = comparableWord(match[0]);
    add(match[0], word !== null && words.has(word));
    at = match.index + match[0].length;
  }
  add(text.slice(at), false);
  return pieces;
}

/** The words around the first match, cut between words; the beginning where nothing matches. */
export function markedExcerpt(text: string, words: ReadonlySet<string>): MarkedPiece[] {
  const first = firstMatch(text, words);
  const from = first <= BEFORE ? 0 : startOfWord(text, first - BEFORE);
  const to = endOfWord(text, from + EXCERPT);
  const cut = text.slice(from, to).trim();
  if (cut === '') return [];
  return marked(`${from > 0 ? '… ' : ''}${cut}${to < text.length ? ' …' : ''}`, words);
}

function firstMatch(text: string, words: ReadonlySet<string>): number {
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = comparableWord(match[0]);
    if (word !== null && words.has(word)) return match.index;
  }
  return 0;
}

function startOfWord(text: string, near: number): number {
  const space = text.slice(near, near + 30).search(/\s/);
  return space < 0 ? safeCut(text, near) : near + space + 1;
}

function endOfWord(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const space = text.lastIndexOf(' ', near);
  return space > near - 40 ? space : safeCut(text, near);
}

/** Never between the two halves of a character. */
function safeCut(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}
