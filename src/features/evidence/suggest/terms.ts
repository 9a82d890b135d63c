/** What of a text is looked up: the words that point at something, and pairs of words that stand side by side. */
import { COMMON_WORDS, GRAMMAR } from './data/common-words.ts';
import { stemOf, type Word, wordsOf } from './words.ts';

export interface Term {
  /** One stem, or two with a space between them. */
  key: string;
  start: number;
  end: number;
}

const COMMON_STEMS = new Set([...COMMON_WORDS].map(stemOf));

/** Grammar points at nothing; of two words side by side neither may be grammar. */
export function termsAt(text: string, words: readonly Word[]): Term[] {
  return words.flatMap((word, index) => {
    if (isGrammar(word)) return [];
    const { stem, start, end } = word;
    const next = words[index + 1];
    if (next === undefined || isGrammar(next) || !areNeighbours(text, word, next))
      return [{ key: stem, start, end }];
    return [
      { key: stem, start, end },
      { key: `${stem} ${next.stem}`, start, end: next.end },
    ];
  });
}

export function termsOf(text: string): Set<string> {
  return new Set(termsAt(text, wordsOf(text)).map(({ key }) => key));
}

/** Whether a term is nothing but words that stand in accounts of anything. */
export function isCommon(key: string): boolean {
  return key.split(' ').every((stem) => COMMON_STEMS.has(stem));
}

/** Whether two words that follow each other can be one phrase: "on-call", "1:1", not "call. Then". */
export function areNeighbours(text: string, word: Word, next: Word): boolean {
  const gap = text.slice(word.end, next.start);
  return gap.length <= 3 && !/[.!?;,()\n]|: /.test(gap);
}

/** Grammar, bare numbers and single Latin letters. */
function isGrammar({ plain }: Word): boolean {
  return GRAMMAR.has(plain) || /^(?:\p{N}+|[a-z]?)$/u.test(plain);
}
