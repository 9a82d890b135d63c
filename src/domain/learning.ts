/** Things that somebody wants to learn or has learnt. The words of a kind are its id. */
import { isDay } from './days.ts';
import { type Problem, textProblems } from './plan.ts';

export const LEARNING_KINDS = [
  'session given',
  'session attended',
  'course',
  'shadowing',
  'rota cover',
  'reading',
  'something else',
] as const;
export type LearningKind = (typeof LEARNING_KINDS)[number];

export function isLearningKind(kind: string): kind is LearningKind {
  return (LEARNING_KINDS as readonly string[]).includes(kind);
}

/** What somebody writes of it. Empty texts are absent. */
export interface LearningWords {
  text: string;
  kind: string;
  state: 'wanted' | 'learnt' | '';
  /** By which day it is wanted, or on which it was learnt; ISO 8601. */
  day: string;
}

/** @param today the day that it is where the person is */
export function learningProblems({ text, kind, state, day }: LearningWords, today: string): Problem[] {
  const problems = textProblems('text', text, 'Write what you want to learn or have learnt');
  if (kind !== '' && !isLearningKind(kind)) {
    problems.push({ field: 'kind', message: 'Choose a kind of the list' });
  }
  if (state === '')
    problems.push({ field: 'state', message: 'Choose whether you want it or have learnt it' });
  const wrongDay = day === '' ? undefined : dayProblem(day, state, today);
  if (wrongDay !== undefined) problems.push({ field: 'day', message: wrongDay });
  return problems;
}

function dayProblem(day: string, state: LearningWords['state'], today: string): string | undefined {
  if (!isDay(day)) return 'Give the day as a date, such as 2026-03-12';
  if (state === 'learnt' && day > today) return 'Choose a day that is not in the future';
  if (state === 'wanted' && day < today) return 'Choose a day that has not passed';
  return day < '1950-01-01' || day > '2199-12-31' ? 'Choose a day of this century or the next' : undefined;
}
