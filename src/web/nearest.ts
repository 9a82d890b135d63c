/** Something that a mistyped address may have meant. */
export interface Candidate {
  /** What people may have typed for it: its id and its names. */
  words: string[];
}

/** Longest text that is compared, in UTF-16 code units; an address beyond it is no slip of a finger. */
const LONGEST = 64;

/** The candidates whose words lie nearest to what was typed, nearest first, at most `limit` of them. */
export function nearest<C extends Candidate>(typed: string, candidates: readonly C[], limit = 3): C[] {
  const wanted = comparable(typed);
  if (wanted.length === 0 || wanted.length > LONGEST) return [];
  return candidates
    .map((candidate) => ({
      candidate,
      distance: Math.min(...candidate.words.map((word) => difference(wanted, comparable(word)))),
    }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

function comparable(text: string): string {
  return text
    .slice(0, LONGEST + 1)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** How far two words lie apart; infinite where nobody would call one a slip for the other. */
function difference(typed: string, word: string): number {
  if (word.length === 0 || word.length > LONGEST) return Infinity;
  if (word.length >= 3 && typed.length >= 3 && (word.includes(typed) || typed.includes(word))) return 1;
  const allowed = Math.max(1, Math.floor(Math.min(typed.length, word.length) / 3));
  if (Math.abs(typed.length - word.length) > allowed) return Infinity;
  const distance = editDistance(typed, word);
  return distance <= allowed ? distance : Infinity;
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? Infinity;
}
