/** What changed between two wordings, word by word. */
import { diffWordsWithSpace } from 'diff';

/** A run of text that both wordings share, that only the later one has, or that only the earlier one had. */
export interface Piece {
  kind: 'kept' | 'added' | 'removed';
  text: string;
}

/** Beyond this many UTF-16 code units, both together, a text is shown whole beside the other. */
const LONGEST = 20_000;

/** Beyond this many inserted or removed words the search for the shortest way from one to the other ends. A count and
 * not a clock, so that the same two texts give the same page on every machine. */
const MOST_EDITS = 600;

/** Below this share of letters in common, marked words are harder to read than the two texts one after the other. */
const LEAST_SHARED = 0.4;

/** How much may still be compared on a page, in UTF-16 code units; spent by each comparison. */
export interface Budget {
  left: number;
}

/** Enough for every page that people read to its end. */
export function pageBudget(): Budget {
  return { left: 400_000 };
}

/**
 * The two wordings as one text with its changes, or undefined where nobody would read them so: too long, or with too
 * little in common.
 */
export function compareWords(before: string, after: string, budget: Budget): Piece[] | undefined {
  const length = before.length + after.length;
  if (length > LONGEST || length > budget.left) return undefined;
  budget.left -= length;
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return undefined;
  const pieces = changes.map(({ added, removed, value }): Piece => {
    return { kind: added ? 'added' : removed ? 'removed' : 'kept', text: value };
  });
  const longer = Math.max(letters(before), letters(after));
  return lettersOf(pieces, 'kept') >= longer * LEAST_SHARED ? withoutCrumbs(pieces) : undefined;
}

/** A lone space between two changes is part of the change: marks that stop and start at each word are restless. */
function withoutCrumbs(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let run: { removed: string; added: string } | undefined;
  for (const [index, { kind, text }] of pieces.entries()) {
    const isLast = index + 1 === pieces.length;
    const isCrumb = kind === 'kept' && run !== undefined && text.trim() === '' && !isLast;
    if (kind === 'kept' && !isCrumb) {
      joined.push(...changed(run), { kind, text });
      run = undefined;
      continue;
    }
    run ??= { removed: '', added: '' };
    if (kind !== 'added') run.removed += text;
    if (kind !== 'removed') run.added += text;
  }
  joined.push(...changed(run));
  return joined.reduce(withNext, []);
}

/** What was removed, then what was added; the space that both end with stays. */
function changed(run: { removed: string; added: string } | undefined): Piece[] {
  if (run === undefined) return [];
  const space = /\s*$/.exec(run.removed)?.[0] ?? '';
  const shared = run.added.endsWith(space) ? space.length : 0;
  const end = (text: string) => text.slice(0, text.length - shared);
  return [
    { kind: 'removed', text: end(run.removed) },
    { kind: 'added', text: end(run.added) },
    { kind: 'kept', text: space.slice(0, shared) },
  ];
}

function withNext(pieces: Piece[], { kind, text }: Piece): Piece[] {
  const last = pieces.at(-1);
  if (text === '') return pieces;
  if (last?.kind === kind) last.text += text;
  else pieces.push({ kind, text });
  return pieces;
}

function lettersOf(pieces: readonly Piece[], kind: Piece['kind']): number {
  return pieces.reduce((sum, piece) => sum + (piece.kind === kind ? letters(piece.text) : 0), 0);
}

function letters(text: string): number {
  return text.replace(/\s+/g, '').length;
}
