import type { FrameworkIndex } from './framework-index.ts';
import { KINDS_OF_WORK, type KindOfWork } from './kinds-of-work.ts';
import { isCommon, termsAt, termsOf } from './terms.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** What a note says in one word or phrase that can be looked up in a framework. */
export interface Claim {
  /** From 0 to 1. */
  strength: number;
  /** Whether it is meant by a phrase of the trade, and so as the practice that a competency may be named after. */
  meant: boolean;
  /** Where the note says so, in the order of the note. Empty where only the kind of work says so. */
  spans: Span[];
}

export interface Span {
  start: number;
  end: number;
}

/** A phrase of the trade speaks as clearly as the framework's own word; everyday words and a chosen kind less. */
const STRENGTH = { trade: 1, everyday: 0.5, kind: 0.5 };

/** Everything that a note says, by the word that is looked up. */
export function claimsOf(
  text: string,
  kind: KindOfWork | undefined,
  { names }: FrameworkIndex,
  vocabulary: Vocabulary,
): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  const claim = (key: string, strength: number, meant: boolean, spans: readonly Span[]) => {
    const known = claims.get(key);
    if (known === undefined) return claims.set(key, { strength, meant, spans: [...spans] });
    known.strength = Math.max(known.strength, strength);
    known.meant ||= meant;
    known.spans.push(...spans);
  };
  const words = wordsOf(text);
  const isName = (key: string) => key.split(' ').every((stem) => names.has(stem));
  for (const { key, ...span } of termsAt(text, words)) {
    if (!isName(key) && isCommon(key)) continue;
    const plain = isName(key) || vocabulary.isOfTheTrade(key);
    claim(key, plain ? STRENGTH.trade : STRENGTH.everyday, false, [span]);
  }
  for (const { means, ...span } of vocabulary.find(text, words))
    for (const key of means) claim(key, STRENGTH.trade, true, [span]);
  for (const key of termsOf(kind === undefined ? '' : KINDS_OF_WORK[kind]))
    claim(key, STRENGTH.kind, true, []);
  return claims;
}
