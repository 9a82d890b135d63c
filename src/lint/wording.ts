/** Ways to look at wording: words, stems, sentences. They serve comparison only; no text is changed by them. */

/** Words that say nothing about what a text is about. */
const FUNCTION_WORDS = new Set(
  'a an and as at be by for from how in into is it its of on or our that the their this these those to we with your'.split(
    ' ',
  ),
);

/** The words of a text in lower case, without punctuation: "FT's e.g. Ops" gives `fts`, `e`, `g`, `ops`. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** The words of a text joined by single spaces: equal for texts that differ in punctuation, case or spacing only. */
export function bareWording(text: string): string {
  return wordsOf(text).join(' ');
}

/** The stems of the words that carry meaning, in order. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !FUNCTION_WORDS.has(word))
    .map(stem);
}

/**
 * A rough English stem, good enough to see that two forms are one word: requests/request,
 * documenting/documentation. Never shown.
 */
export function stem(word: string): string {
  const singular = word.replace(/ies$/, 'y').replace(/([^su])s$/, '$1');
  const bare = singular.replace(/(?<=\p{L}{4})(?:ations?|ing|ed|e)$/u, '');
  return bare.replace(/iz$/, 'is').replace(/([bdfgmnprt])\1$/, '$1');
}

/** A sentence and where it stands in its text, in UTF-16 code units. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

/** Counts are bounded: authors' text may be 100 KB of full stops, and must still take linear time. */
const SENTENCE_END = /[.!?]{1,9}["”’)]{0,3}\s{1,9}(?=["“‘(]?[\p{Lu}\p{N}])|\n/gu;
const ABBREVIATION_END = /\b(?:e\.g|i\.e|etc|vs|cf|aka|approx)\.\s*$/i;

/** The sentences of a text, without the white space around them. Line ends end a sentence too. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number) => {
    const raw = text.slice(start, end);
    const from = start + (raw.length - raw.trimStart().length);
    if (raw.trim() !== '') sentences.push({ text: raw.trim(), start: from, end: from + raw.trim().length });
    start = end;
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (!ABBREVIATION_END.test(text.slice(Math.max(start, end - 12), end))) add(end);
  }
  add(text.length);
  return sentences;
}

/**
 * How alike two texts are by their neighbouring pairs of words: 1 for the same words in the same order, 0 for
 * nothing in common.
 */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length < 2 || b.length < 2) return a.join(' ') === b.join(' ') ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of pairsOf(a)) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsOf(b)) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length - 2);
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}
