import type { Span } from './claims.ts';
import type { Match } from './matches.ts';

/** More reasons than this are not read. */
const MOST = 4;
/** A word that says little beside the clearest one is no reason. */
const LEAST_BESIDE_CLEAREST = 0.25;

interface Reason extends Span {
  strength: number;
}

/** The words of a note by which it matched: cut out of it to the letter, in its order, each once. */
export function becauseOf(text: string, matches: readonly Match[]): string[] {
  const reasons = joined(
    matches.flatMap(({ claim, strength }) => claim.spans.map((span) => ({ ...span, strength }))),
  );
  const clearest = reasons.reduce((most, { strength }) => Math.max(most, strength), 0);
  const clear = reasons
    .filter(({ strength }) => strength >= clearest * LEAST_BESIDE_CLEAREST)
    .map(({ start, end, strength }) => ({ words: text.slice(start, end), start, strength }));
  const once = new Map(clear.toReversed().map((reason) => [reason.words.toLowerCase(), reason]));
  return [...once.values()]
    .sort((a, b) => b.strength - a.strength || a.start - b.start)
    .slice(0, MOST)
    .sort((a, b) => a.start - b.start)
    .map(({ words }) => words);
}

/** Places that overlap become one reason: "incident review" within "post-incident review". */
function joined(reasons: readonly Reason[]): Reason[] {
  const whole: Reason[] = [];
  for (const reason of reasons.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = whole.at(-1);
    if (last === undefined || reason.start >= last.end) whole.push({ ...reason });
    else {
      last.end = Math.max(last.end, reason.end);
      last.strength = Math.max(last.strength, reason.strength);
    }
  }
  return whole;
}
