import { LONGEST_BECAUSE, saidProblem, type TypedSaid } from '../../../domain/feedback.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { SentForm } from '../../../web/form-guard.ts';
import { cleaned, cleanedLine } from '../written.ts';

/** What was typed, for each expectation in the order in which they are asked. */
export type AnswerText = readonly TypedSaid[];

/** Names of the fields of an expectation. @param place from 1 */
export function fieldsAt(place: number): { said: string; unseen: string } {
  return { said: `said-${place}`, unseen: `unseen-${place}` };
}

export function emptyAnswer(expectations: readonly string[]): AnswerText {
  return expectations.map(() => ({ text: '', unseen: false }));
}

export function typedAnswer(form: SentForm, expectations: readonly string[]): AnswerText {
  return expectations.map((_, index) => {
    const { said, unseen } = fieldsAt(index + 1);
    return { text: cleaned(form.text(said)), unseen: form.text(unseen) === 'yes' };
  });
}

export function answerProblems(typed: AnswerText): FieldError[] {
  return typed.flatMap((said, index) => {
    const message = saidProblem(said);
    return message === undefined ? [] : [{ field: fieldsAt(index + 1).said, message }];
  });
}

/** What is kept, once nothing is wrong with it: null for "I have not seen this". */
export function saidIn(typed: AnswerText, expectations: readonly string[]): Map<string, string | null> {
  return new Map(
    expectations.map((id, index) => {
      const said = typed[index];
      return [id, said === undefined || said.unseen ? null : said.text.trim()];
    }),
  );
}

/** Why somebody declines; empty where they do not say. */
export function typedBecause(form: SentForm): string {
  return cleanedLine(form.text('because'));
}

export function becauseProblems(because: string): FieldError[] {
  return because.length > LONGEST_BECAUSE
    ? [{ field: 'because', message: `Shorten it to ${LONGEST_BECAUSE} characters` }]
    : [];
}
