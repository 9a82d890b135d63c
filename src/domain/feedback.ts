/** Feedback: a named colleague is asked what they saw of somebody's work, in the words of the expectations. */
import type { ConversationState, Refusal } from './conversation.ts';
import { phaseOf } from './conversation.ts';

/** How long a colleague has to answer where nothing else is said, and at the most, in days. */
export const DAYS_TO_SAY = 14;
export const MOST_DAYS_TO_SAY = 60;

/** How many days before the end a colleague is reminded, once. */
export const DAYS_BEFORE_END = 3;

/** Longest texts, in UTF-16 code units: why somebody is asked, what they saw, why they decline. */
export const LONGEST_QUESTION = 500;
export const LONGEST_SAID = 5_000;
export const LONGEST_BECAUSE = 500;

/** How often somebody is asked in a quarter at the most, where the organisation set nothing else. */
export const FEEDBACK_LIMIT = 4;
export const MOST_FEEDBACK_LIMIT = 99;

/** What an ask has come to, from its row. */
export interface FeedbackCourse {
  /** ISO 8601 day: the last on which it can be answered. */
  until: string;
  answeredAt?: Date;
  declinedAt?: Date;
  /** By whoever asked. */
  withdrawnAt?: Date;
}

/** Where it stands. `out of time`: nobody answered, and nobody can any more. */
export type FeedbackState = 'open' | 'answered' | 'declined' | 'withdrawn' | 'out of time';

/**
 * @param today ISO 8601 day in UTC, by which ends go
 * @param over whether the conversation has ended or is agreed
 */
export function stateOfFeedback(course: FeedbackCourse, today: string, over: boolean): FeedbackState {
  if (course.answeredAt !== undefined) return 'answered';
  if (course.declinedAt !== undefined) return 'declined';
  if (course.withdrawnAt !== undefined) return 'withdrawn';
  return over || course.until < today ? 'out of time' : 'open';
}

/** Whether somebody may be asked: while both prepare, because what was said belongs beside both views. */
export function refuseAskFeedback(state: ConversationState): Refusal {
  const phase = phaseOf(state);
  if (phase === 'preparing') return undefined;
  return phase === 'ended'
    ? 'This conversation has ended.'
    : 'Feedback is asked for before the views are revealed.';
}

/** Whether what a colleague says would come too late for anybody. */
export function isFeedbackOver(state: ConversationState): boolean {
  return ['agreed', 'ended'].includes(phaseOf(state));
}

/** What a colleague says of one expectation, as it was typed. */
export interface TypedSaid {
  text: string;
  /** "I have not seen this", which is a good answer. */
  unseen: boolean;
}

/** What is wrong with an answer, as an instruction; undefined where nothing is. */
export function saidProblem({ text, unseen }: TypedSaid): string | undefined {
  const said = text.trim() !== '';
  if (!said && !unseen) return 'Write what you saw, or say that you have not seen this';
  if (said && unseen) return 'You wrote something: take the mark away, or empty the text';
  return text.length > LONGEST_SAID ? `Shorten it to ${LONGEST_SAID} characters` : undefined;
}
