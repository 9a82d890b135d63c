/** One side's view of what is talked about: an answer to each expectation, or to single points of it. */
import { type Agreement, compareStances } from './conversation.ts';
import type { Stance } from './stance.ts';

/** Longest note, in characters. */
export const LONGEST_NOTE = 10_000;

export interface Answer {
  /** Absent where it was left open, which is allowed and shown. */
  stance?: Stance | undefined;
  /** Markdown. */
  note: string;
}

/** What one side says about one expectation. */
export interface RowView extends Answer {
  /** Answers to its numbered points, by their ids. */
  points: Readonly<Record<string, Answer>>;
}

export const NO_VIEW: RowView = { note: '', points: {} };

/** Whether no stance was taken, neither on the whole nor on a point. */
export function isOpen(view: RowView): boolean {
  return stancesIn(view).size === 0;
}

/** Whether nothing at all was said. */
export function isSilent(view: RowView): boolean {
  const noted = [view, ...Object.values(view.points)].some(({ note }) => note.trim() !== '');
  return isOpen(view) && !noted;
}

/**
 * How the two views of an expectation compare. What both answered decides: the whole, or the same points. Where each
 * answered another part of it, that is something to talk about, so they see it differently.
 */
export function compareViews(person: RowView, manager: RowView): Agreement {
  const [one, other] = [stancesIn(person), stancesIn(manager)];
  if (one.size === 0 || other.size === 0) return 'left open';
  const common = [...one.keys()].filter((part) => other.has(part));
  const same = common.every((part) => compareStances(one.get(part), other.get(part)) === 'seen the same');
  return same && common.length > 0 ? 'seen the same' : 'seen differently';
}

/** By point; the whole stands under the empty id. */
function stancesIn({ stance, points }: RowView): Map<string, Stance> {
  const parts: [string, Stance | undefined][] = [
    ['', stance],
    ...Object.entries(points).map(([id, answer]): [string, Stance | undefined] => [id, answer.stance]),
  ];
  return new Map(parts.filter((part): part is [string, Stance] => part[1] !== undefined));
}
