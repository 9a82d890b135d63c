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

/** A word as it is compared: without case, accents and the s of a plural. Null for words that find nothing. */
export function comparableWord(word: string): string | null {
  const plain = word.slice(0, LONGEST_WORD).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (plain === '' || EVERYWHERE.has(plain)) return null;
  return PLURAL.test(plain) ? plain.slice(0, -1) : plain;
}

/** Not "access", "status" or "analysis". Both sides of a search lose the letter, so a wrong guess harms nothing. */
const PLURAL = /^[a-z]{3,}(?<![sui])s$/;
