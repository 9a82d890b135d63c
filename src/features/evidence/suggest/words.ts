/** A text as words that can be compared, each with where it stands: what is shown of a note is cut out of the note. */

export interface Word {
  /** In lower case without accents: what phrases of the trade are looked up by. */
  plain: string;
  /** For comparing only, never shown. */
  stem: string;
  start: number;
  end: number;
}

/** Past this many letters a note says nothing more about what it speaks to, and a pasted log would cost time. */
const LONGEST_TEXT = 20_000;
const LONGEST_WORD = 40;

/** Scripts that are written without spaces: read in overlapping pairs of characters. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}';
const WORD = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

export function wordsOf(text: string): Word[] {
  return [...text.slice(0, LONGEST_TEXT).matchAll(WORD)].flatMap(({ 0: found, index }) =>
    STARTS_UNSPACED.test(found) ? pairsOf(found, index) : [wordAt(found, index)],
  );
}

function wordAt(found: string, start: number): Word {
  const plain = found.slice(0, LONGEST_WORD).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return { plain, stem: stemOf(plain), start, end: start + found.length };
}

function pairsOf(run: string, start: number): Word[] {
  const signs = [...run];
  if (signs.length === 1) return [wordAt(run, start)];
  let at = start;
  return signs.slice(1).map((sign, index) => {
    const before = signs[index] ?? '';
    const pair = wordAt(before + sign, at);
    at += before.length;
    return pair;
  });
}

/** Past forms that no ending gives away, of verbs by which people say what they did. */
const IRREGULAR = new Map(
  'led lead,ran run,wrote write,written write,taught teach,learnt learn,built build,rebuilt rebuild,met meet,spoke speak,spoken speak,chose choose,chosen choose,grew grow,grown grow,drew draw,drawn draw,fell fall,fallen fall,broke break,broken break'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

/**
 * A rough English stem, good enough to see that two forms are one word: outages/outage, recovery/recovered,
 * escalation/escalated, mentoring/mentors. A wrong guess harms little, since both sides lose the same letters.
 */
export function stemOf(word: string): string {
  const present = IRREGULAR.get(word) ?? word;
  const singular = present.replace(/ies$/, 'y').replace(/([^sui])s$/, '$1');
  const root = singular.replace(/(?<=\p{L}{4})at(?:e|ed|ing|ion)$/u, '');
  if (root !== singular) return root;
  const bare = singular.replace(/(?<=\p{L}{3})(?:ing|ed)$/u, '');
  if (bare !== singular) return withoutE(bare.replace(/([bdfgmnprt])\1$/, '$1'));
  return withoutE(singular.replace(/(?<=\p{L}{4})(?:ment|al|ion|y)$/u, ''));
}

/** Also writes British and American endings alike. */
function withoutE(word: string): string {
  return word.replace(/(?<=\p{L}{3})e$/u, '').replace(/iz$/, 'is');
}
