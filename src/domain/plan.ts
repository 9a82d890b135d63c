/**
 * Objectives and actions: what somebody wants to grow, and who does what by when. Both sides write both. What may happen
 * next is answered here, with the reason where it may not.
 */
import type { Refusal, Side } from './conversation.ts';
import { isDay } from './days.ts';

/** Proposed by one side, agreed by the other, and at last reached or dropped. */
export const OBJECTIVE_STATES = ['proposed', 'agreed', 'reached', 'dropped'] as const;
export type ObjectiveState = (typeof OBJECTIVE_STATES)[number];

/** `opportunity`: the manager's promise to find one, where somebody had none yet to show something. */
export const ACTION_KINDS = ['action', 'opportunity'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const ACTION_CHANGES = ['done', 'moved', 'dropped', 'taken up again', 'handed over'] as const;
export type ActionChange = (typeof ACTION_CHANGES)[number];

/** Most characters of a text. */
export const LONGEST_PLAN_TEXT = 4_000;

/** What is wrong with something that was sent, as an instruction. `field`: which part of it. */
export interface Problem {
  field: string;
  message: string;
}

/** An expectation that something of a plan is tied to, in the wording of a release. */
export interface PlanTie {
  framework: string;
  release: string;
  /** Id of the expectation. */
  expectation: string;
}

/** Where an objective stands. */
export interface ObjectiveStanding {
  state: ObjectiveState;
  /** The side whose wording it is. */
  proposedBy: Side;
}

export function isOpenObjective(state: ObjectiveState): boolean {
  return state === 'proposed' || state === 'agreed';
}

/** Whether a side may say that an objective is now in another state. */
export function refuseState(objective: ObjectiveStanding, next: ObjectiveState, side: Side): Refusal {
  const { state, proposedBy } = objective;
  if (next === 'proposed') {
    return isOpenObjective(state) ? 'It is open. Change it where it should say something else.' : undefined;
  }
  if (!isOpenObjective(state)) return `${CLOSED[state as keyof typeof CLOSED]} Propose it again first.`;
  if (next !== 'agreed') return undefined;
  if (state === 'agreed') return 'It is agreed already.';
  return proposedBy === side ? 'Your side proposed it; the other side agrees to it.' : undefined;
}

/** Whether its wording may change. What changes is proposed anew, by whoever changes it. */
export function refuseRewording({ state }: Pick<ObjectiveStanding, 'state'>): Refusal {
  return isOpenObjective(state)
    ? undefined
    : `${CLOSED[state as keyof typeof CLOSED]} Propose it again to change it.`;
}

const CLOSED = { reached: 'It was reached.', dropped: 'It was dropped.' };

/** Where an action stands. */
export interface ActionStanding {
  /** ISO 8601 day. */
  dueOn: string | null;
  /** Whether it was done or dropped. */
  closed: boolean;
}

export function refuseActionChange(
  { closed }: Pick<ActionStanding, 'closed'>,
  change: ActionChange,
): Refusal {
  if (change === 'taken up again') return closed ? undefined : 'It is open.';
  return closed ? 'It is closed. Take it up again first.' : undefined;
}

export function isOverdue({ dueOn, closed }: ActionStanding, today: string): boolean {
  return !closed && dueOn !== null && dueOn < today;
}

/** What somebody writes of an objective. Empty texts are absent. */
export interface ObjectiveWords {
  text: string;
  why: string;
  howKnown: string;
  until: string;
}

/** @param today the first day that has not passed */
export function objectiveProblems(words: ObjectiveWords, today: string): Problem[] {
  const { text, why, howKnown, until } = words;
  return [
    ...textProblems('text', text, 'Write what you want to grow'),
    ...textProblems('why', why),
    ...textProblems('how-known', howKnown),
    ...dayProblems('until', until, today),
  ];
}

export function actionProblems(action: { text: string; dueOn: string }, today: string): Problem[] {
  return [
    ...textProblems('text', action.text, 'Write what is to be done'),
    ...dayProblems('due-on', action.dueOn, today),
  ];
}

/** What a change needs besides itself: a day to move to, and a reason where something agreed is not done as it was. */
export function changeProblems(
  action: ActionStanding,
  change: { change: ActionChange; dueOn: string; reason: string },
  today: string,
): Problem[] {
  const { dueOn, reason } = change;
  if (change.change === 'dropped') return textProblems('drop-reason', reason, 'Write why it is dropped');
  if (change.change !== 'moved') return [];
  const problems = textProblems('reason', reason, 'Write why it is moved');
  if (dueOn === '') problems.unshift({ field: 'due-on', message: 'Choose the day to which it is moved' });
  else if (dueOn === action.dueOn) problems.unshift({ field: 'due-on', message: 'Choose another day' });
  else problems.unshift(...dayProblems('due-on', dueOn, today));
  return problems;
}

/** @param missing what to say where it is empty; undefined where it may be */
export function textProblems(field: string, text: string, missing?: string): Problem[] {
  if (text.trim() === '') return missing === undefined ? [] : [{ field, message: missing }];
  if (text.length <= LONGEST_PLAN_TEXT) return [];
  const [most, has] = [LONGEST_PLAN_TEXT, text.length].map((count) => count.toLocaleString('en-GB'));
  return [{ field, message: `Shorten it to ${most} characters; it has ${has}` }];
}

function dayProblems(field: string, day: string, today: string): Problem[] {
  if (day === '') return [];
  if (!isDay(day)) return [{ field, message: 'Give the day as a date, such as 2026-03-12' }];
  if (day < today) return [{ field, message: 'Choose a day that has not passed' }];
  return day > '2199-12-31' ? [{ field, message: 'Choose a day of this century or the next' }] : [];
}
