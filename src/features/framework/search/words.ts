/** How texts and queries become words. The same on both sides of a search, in the server and in the browser. */

/** A word longer than this is cut: nobody types it, and a hostile one would make every comparison costly. */
const LONGEST_WORD = 40;

/** Words that stand nearly everywhere and find nothing. */
const EVERYWHERE = new Set(
  'a an and are as at be by for from in is it of on or that the their they this to with'.split(' '),
);

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

export function splitIntoWords(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter((word) => word !== '');
}

/** A word as it is compared: without case and accents. Null for words that find nothing. */
export function comparableWord(word: string): string | null {
  const plain = word.slice(0, LONGEST_WORD).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain === '' || EVERYWHERE.has(plain) ? null : plain;
}
