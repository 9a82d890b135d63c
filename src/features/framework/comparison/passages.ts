/** Paragraphs, points or examples of two cells, each beside its likeliest partner. */
import { type Budget, compareWords, type Piece } from './words.ts';

/** What became of a passage. A changed one holds both wordings in one text. */
export type PassageChange =
  | { kind: 'kept' | 'added' | 'removed'; text: string }
  | { kind: 'changed'; pieces: Piece[] };

/** Passages with less than this share of words in common are no partners. */
const LEAST_ALIKE = 0.5;

/** Above this many pairs only passages that are equal to the letter are partners. */
const MOST_PAIRS = 2_500;

/** How many words of a passage decide about its partner. */
const WORDS_LOOKED_AT = 200;

/** Pairs passages in their order; what has no partner was added or removed. */
export function comparePassages(
  before: readonly string[],
  after: readonly string[],
  budget: Budget,
): PassageChange[] {
  const changes: PassageChange[] = [];
  let [from, to] = [0, 0];
  for (const [old, recent] of [...partners(before, after), [before.length, after.length] as const]) {
    for (; from < old; from += 1) changes.push({ kind: 'removed', text: before[from] ?? '' });
    for (; to < recent; to += 1) changes.push({ kind: 'added', text: after[to] ?? '' });
    if (old === before.length) break;
    changes.push(...changeOf(before[old] ?? '', after[recent] ?? '', budget));
    from = old + 1;
    to = recent + 1;
  }
  return changes;
}

function changeOf(before: string, after: string, budget: Budget): PassageChange[] {
  if (before === after) return [{ kind: 'kept', text: after }];
  const pieces = compareWords(before, after, budget);
  if (pieces !== undefined) return [{ kind: 'changed', pieces }];
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** Pairs of places whose passages are most alike taken together, in the order of both. */
function partners(before: readonly string[], after: readonly string[]): [number, number][] {
  const exact = before.length * after.length > MOST_PAIRS;
  if (exact) return equalPartners(before, after);
  const [old, recent] = [before.map(wordsOf), after.map(wordsOf)];
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const alikeness = (i: number, j: number) =>
    before[i] === after[j] ? 2 : alike(old[i] ?? new Set(), recent[j] ?? new Set());
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const paired = alikeness(i, j) + (best[(i + 1) * width + j + 1] ?? 0);
      const unpaired = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(paired, unpaired);
    }
  }
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const here = best[i * width + j] ?? 0;
    if (here === (best[(i + 1) * width + j] ?? 0)) i += 1;
    else if (here === (best[i * width + j + 1] ?? 0)) j += 1;
    else found.push([i++, j++]);
  }
  return found;
}

function equalPartners(before: readonly string[], after: readonly string[]): [number, number][] {
  const places = new Map(after.map((text, index) => [text, index]));
  const found: [number, number][] = [];
  let next = 0;
  for (const [index, text] of before.entries()) {
    const at = places.get(text);
    if (at === undefined || at < next) continue;
    found.push([index, at]);
    next = at + 1;
  }
  return found;
}

function wordsOf(text: string): Set<string> {
  const words =
    text
      .slice(0, WORDS_LOOKED_AT * 12)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, WORDS_LOOKED_AT));
}

/** The share of words in common, 0 where it is too small to count. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const common = a.values().reduce((count, word) => count + (b.has(word) ? 1 : 0), 0);
  const share = (2 * common) / (a.size + b.size);
  return share < LEAST_ALIKE ? 0 : share;
}
