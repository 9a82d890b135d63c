/** The British dictionary: whether a word is spelled right, and what may have been meant. */
import dictionary from 'dictionary-en-gb';
import nspell, { type Speller } from 'nspell';

let speller: Speller | undefined;

/** Built at first use: it takes about 200 ms and only the linter needs it. */
function spellerOnce(): Speller {
  speller ??= nspell(dictionary);
  return speller;
}

const judged = new Map<string, boolean>();
/** Words remembered; forgotten all at once beyond it, so that hostile input cannot fill the memory. */
const REMEMBERED = 50_000;

/** Whether the dictionary has the word, in this case or in lower case. */
export function isSpelledRight(word: string): boolean {
  const before = judged.get(word);
  if (before !== undefined) return before;
  if (judged.size >= REMEMBERED) judged.clear();
  const right = spellerOnce().correct(word) || spellerOnce().correct(word.toLowerCase());
  judged.set(word, right);
  return right;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Up to three words that may have been meant, best first. Looks one letter away, then two superfluous letters away,
 * which finds what nspell misses and costs a hundredth of its `suggest`.
 */
export function nearbyWords(word: string): string[] {
  const lower = word.toLowerCase();
  const near = oneLetterAway(lower).filter(isWord);
  const far = lower.length >= 8 ? oneLetterLess(lower).flatMap(oneLetterLess).filter(isWord) : [];
  const sameEnds = (other: string) => Number(other[0] === lower[0]) + Number(other.at(-1) === lower.at(-1));
  const ranked = [...new Set([...near, ...far])].sort((a, b) => sameEnds(b) - sameEnds(a));
  return ranked.slice(0, 3);
}

/** What nspell suggests. Slow, up to 200 ms a word: for few words only. */
export function suggestedWords(word: string): string[] {
  return spellerOnce().suggest(word).slice(0, 3);
}

function isWord(word: string): boolean {
  return word.length > 2 && isSpelledRight(word);
}

function oneLetterLess(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

function oneLetterAway(word: string): string[] {
  const swapped = Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
  );
  const replaced: string[] = [];
  const inserted: string[] = [];
  for (let at = 0; at <= word.length; at += 1) {
    for (const letter of LETTERS) {
      inserted.push(word.slice(0, at) + letter + word.slice(at));
      if (at < word.length) replaced.push(word.slice(0, at) + letter + word.slice(at + 1));
    }
  }
  return [...oneLetterLess(word), ...swapped, ...inserted, ...replaced];
}
