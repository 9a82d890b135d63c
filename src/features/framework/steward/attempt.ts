import type { FieldError } from '../../../web/form.tsx';
import type { Change, ChangeOutcome } from '../actions/change-draft.ts';

/** What is said after a decision was taken. */
export const DONE = {
  joined: 'Joined: both are one competency now. It can be taken back below.',
  refused: 'Kept: they are not the same, and will not be proposed again.',
  withdrawn: 'Taken back.',
  confirmed: 'Confirmed.',
  accepted: 'Accepted, with your reason.',
} as const;
export type Done = keyof typeof DONE;

/** A form that was sent, understood: what it asks for, and where it goes back to if that cannot be done. */
export interface Attempt {
  /** Names the form; see `ReturnedForm`. */
  form: string;
  typed: Readonly<Record<string, string>>;
  /** What has to be mended first; empty where the form can be tried. */
  problems: readonly FieldError[];
  /** Id of what the page's error leads to where the draft was changed meanwhile. */
  place: string;
  act(change: Change): Promise<ChangeOutcome>;
  done: Done;
  /** Where on the page to go on. */
  goOnAt?: string;
}

/** Longest reason, in UTF-16 code units. */
const LONGEST_REASON = 1000;

/** What is wrong with a reason that may be left out. */
export function reasonProblems(field: string, why: string): FieldError[] {
  if (why.length <= LONGEST_REASON) return [];
  return [{ field, message: `Shorten the reason to ${LONGEST_REASON} characters` }];
}
