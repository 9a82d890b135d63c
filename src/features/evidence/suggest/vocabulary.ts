import { areNeighbours, termsOf } from './terms.ts';
import { type Word, wordsOf } from './words.ts';

/** A phrase that notes use, with the plain words that frameworks use for it. */
export interface Phrase {
  phrase: string;
  means: string;
}

export interface SpokenPhrase {
  /** What is looked up for it. */
  means: ReadonlySet<string>;
  start: number;
  end: number;
}

interface KnownPhrase {
  words: string[];
  /** Of a short form in capitals, which stands for nothing in lower case. */
  exactly?: string;
  means: ReadonlySet<string>;
}

const CAPITALS = /^[A-Z]{2,}s?$/;

/** Finds the phrases of the trade in notes. */
export class Vocabulary {
  readonly #byFirstWord = new Map<string, KnownPhrase[]>();
  readonly #stems = new Set<string>();

  constructor(phrases: readonly Phrase[]) {
    for (const { phrase, means } of phrases) {
      const words = wordsOf(phrase);
      for (const { stem } of [...(words.length === 1 ? words : []), ...wordsOf(means)]) this.#stems.add(stem);
      const known = {
        words: words.map(({ plain }) => plain),
        ...(CAPITALS.test(phrase) ? { exactly: phrase } : {}),
        means: termsOf(means),
      };
      const first = known.words[0] ?? '';
      this.#byFirstWord.set(first, [...(this.#byFirstWord.get(first) ?? []), known]);
    }
    for (const list of this.#byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** Whether each stem of a term is a word of the trade: such a word says more than one of everyday talk. */
  isOfTheTrade(term: string): boolean {
    return term.split(' ').every((stem) => this.#stems.has(stem));
  }

  /** The phrases that stand in a text, the longest at each place. */
  find(text: string, words: readonly Word[]): SpokenPhrase[] {
    const found: SpokenPhrase[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const candidates = this.#byFirstWord.get(lookedUpBy(words[at])) ?? [];
      const known = candidates.find((candidate) => standsAt(candidate, text, words, at));
      if (known === undefined) continue;
      const start = words[at]?.start ?? 0;
      at += known.words.length - 1;
      found.push({ means: known.means, start, end: words[at]?.end ?? start });
    }
    return found;
  }
}

/** A ticket's number says what it is a number of: INC0048213 is an incident. */
function lookedUpBy(word: Word | undefined): string {
  return word?.plain.replace(/^([a-z]{3,4})\d{3,}$/, '$1') ?? '';
}

function standsAt(known: KnownPhrase, text: string, words: readonly Word[], at: number): boolean {
  const spoken = words.slice(at, at + known.words.length);
  const [first, last] = [spoken[0], spoken.at(-1)];
  if (first === undefined || last === undefined || spoken.length < known.words.length) return false;
  if (known.exactly !== undefined) return text.slice(first.start, last.end) === known.exactly;
  return spoken.every((word, index) => {
    const before = spoken[index - 1];
    return (
      lookedUpBy(word) === known.words[index] && (before === undefined || areNeighbours(text, before, word))
    );
  });
}
