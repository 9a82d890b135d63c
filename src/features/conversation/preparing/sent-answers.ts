import { isStance } from '../../../domain/stance.ts';
import { LONGEST_NOTE } from '../../../domain/view.ts';
import type { SentForm } from '../../../web/form-guard.ts';
import { cleaned } from '../written.ts';
import type { AnswerPlace } from './answer-fields.tsx';
import type { PreparedRow } from './preparation.ts';
import { placesOf } from './prepared-row.tsx';
import type { AnswerChange } from './save-answer.ts';

export interface SentAnswer {
  place: AnswerPlace;
  change: AnswerChange;
  /** What is wrong with it, as an instruction. */
  error?: string;
}

/** The answers of a form that somebody changed in it: of those rows that it held. */
export function sentAnswers(form: SentForm, rows: readonly PreparedRow[]): SentAnswer[] {
  const places = rows.flatMap(placesOf);
  return places
    .filter(({ number, expectation }) => form.text(`expectation-${number}`) === expectation)
    .map((place) => {
      const of = (name: string) => form.text(`${name}-${place.number}`);
      const change: AnswerChange = {
        expectation: place.expectation,
        point: place.point,
        was: { stance: of('was-stance'), note: of('was-note') },
        mine: { stance: stanceIn(of('stance')), note: cleaned(of('note')) },
        version: Number(of('version')),
      };
      const error = noteProblem(change.mine.note);
      return { place, change, ...(error === undefined ? {} : { error }) };
    })
    .filter(({ change: { was, mine } }) => was.stance !== mine.stance || was.note !== mine.note);
}

export function noteProblem(note: string): string | undefined {
  if ([...note].length <= LONGEST_NOTE) return undefined;
  return `Shorten the note to ${LONGEST_NOTE.toLocaleString('en-GB')} characters`;
}

/** A stance; empty for what is left open, and for what no page of ours sends. */
export function stanceIn(text: string): string {
  return isStance(text) ? text : '';
}
