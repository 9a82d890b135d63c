import type { LevelDecision, LevelHeld } from '../../../domain/levels-held.ts';
import { dayInWords } from '../../../web/date.tsx';

/** Why a level is not set, as an instruction; absent where it is. `named` gives the name of a level. */
export function refusalInWords(
  decision: LevelDecision,
  named: (held: LevelHeld) => string,
): string | undefined {
  if (decision.kind !== 'refused') return undefined;
  const { reason, by } = decision;
  const since = by === undefined ? '' : (dayInWords(by.since) ?? by.since);
  const level = by === undefined ? '' : named(by);
  switch (reason) {
    case 'day to come':
      return 'Choose a day that has come: a level is set once it is held';
    case 'held already':
      return `Choose another level or another day: ${level} is held since ${since} already`;
    case 'earlier than the level held':
      return `Choose a later day: ${level} is held since ${since}, and two levels are never held on one day`;
    case 'earlier than the level before':
      return `Choose a day after ${since}, on which ${level} began`;
  }
}
