import { addDays } from '../../../domain/calendar.ts';
import { isDay } from '../../../domain/days.ts';
import { DAYS_TO_SAY, LONGEST_QUESTION, MOST_DAYS_TO_SAY } from '../../../domain/feedback.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { SentForm } from '../../../web/form-guard.ts';
import { cleanedLine } from '../written.ts';

/** What was typed to ask somebody. */
export interface AskText {
  /** Ids of the expectations that were chosen. */
  chosen: readonly string[];
  question: string;
  until: string;
}

export function emptyAsk(today: string): AskText {
  return { chosen: [], question: '', until: addDays(today, DAYS_TO_SAY) };
}

/** @param offered ids of the expectations that can be asked about, in their order */
export function typedAsk(form: SentForm, offered: readonly string[]): AskText {
  const chosen = new Set(form.all('expectation'));
  return {
    chosen: offered.filter((id) => chosen.has(id)),
    question: cleanedLine(form.text('question')),
    until: form.text('until').trim(),
  };
}

/** @param first id of the first control of the expectations */
export function askProblems(
  { chosen, question, until }: AskText,
  today: string,
  first: string,
): FieldError[] {
  const problems: FieldError[] = [];
  if (chosen.length === 0) problems.push({ field: first, message: 'Choose what you ask about' });
  if (question.length > LONGEST_QUESTION) {
    problems.push({ field: 'question', message: `Shorten it to ${LONGEST_QUESTION} characters` });
  }
  if (!isDay(until) || until <= today) {
    problems.push({ field: 'until', message: 'Choose a day that lies ahead' });
  } else if (until > addDays(today, MOST_DAYS_TO_SAY)) {
    problems.push({ field: 'until', message: `Choose a day within ${MOST_DAYS_TO_SAY} days` });
  }
  return problems;
}
