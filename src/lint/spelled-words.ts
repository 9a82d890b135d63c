/** Picks out of the passages the words that a dictionary can judge. */
import type { Passage } from './passages.ts';

/** A word with the places it stands in. */
export interface SpelledWord {
  /** To the letter, as it first stands; without a possessive ending. */
  word: string;
  first: Passage;
  /** How many times it stands in the framework. */
  count: number;
}

/** Longest word worth looking up; beyond it the text is no prose. */
const LONGEST = 40;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’\-‑&+./][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * The distinct words worth looking up. Left out: words with digits, signs or inner capitals (SLA, GitHub, CI/CD), other scripts than
 * Latin, and names: words that stand capitalised in the middle of a sentence.
 */
export function spelledWords(passages: readonly Passage[]): SpelledWord[] {
  const words = new Map<string, SpelledWord>();
  const names = new Set<string>();
  for (const passage of passages) {
    let end = 0;
    for (const match of passage.prose.matchAll(WORD)) {
      const inSentence =
        passage.part !== 'name' &&
        /[\p{L}\p{N},;)]\s*$/u.test(passage.prose.slice(end ? end - 1 : 0, match.index));
      end = match.index + match[0].length;
      for (const part of match[0].split(/[-‑/&+.]/)) {
        const word = part.replace(/['’](?:s|S)?$/u, '').replace(/(?<=s)['’]$/u, '');
        if (!isPlainWord(word)) continue;
        if (inSentence && /^\p{Lu}/u.test(word)) names.add(word);
        const known = words.get(word);
        if (known === undefined) words.set(word, { word, first: passage, count: 1 });
        else known.count += 1;
      }
    }
  }
  return foldedByCase([...words.values()].filter(({ word }) => !names.has(word)));
}

/** "Skilfull" and "skilfull" are one word. */
function foldedByCase(words: readonly SpelledWord[]): SpelledWord[] {
  const folded = new Map<string, SpelledWord>();
  for (const word of words) {
    const known = folded.get(word.word.toLowerCase());
    if (known === undefined) folded.set(word.word.toLowerCase(), word);
    else known.count += word.count;
  }
  return [...folded.values()];
}

function isPlainWord(word: string): boolean {
  if (word.length < 3 || word.length > LONGEST) return false;
  return /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*$/u.test(word) && !/^.+\p{Lu}/u.test(word);
}
