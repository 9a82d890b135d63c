import { isOutcome } from '../../../domain/stance.ts';
import type { SentForm } from '../../../web/form-guard.ts';
import { cleaned } from '../written.ts';
import { FIELDS, LONGEST_SENTENCE } from './agreed-fields.tsx';
import type { TalkedAbout } from './talked-about.ts';
import type { RowChange, RowText } from './write-row.ts';

export interface SentRow {
  /** Its place on the page, from 1. */
  place: number;
  change: RowChange;
  /** What is wrong with it, as an instruction. */
  error?: string;
}

/** The rows of a form that somebody changed in it. */
export function sentRows(form: SentForm, rows: readonly TalkedAbout[]): SentRow[] {
  return rows
    .map(({ expectation }, index) => ({ expectation: expectation.id, place: index + 1 }))
    .filter(({ expectation, place }) => form.text(`row-${place}`) === expectation)
    .map(({ expectation, place }) => {
      const text = (prefix: string) =>
        Object.fromEntries(
          FIELDS.map((field) => [field, form.text(`${prefix}${field}-${place}`)]),
        ) as unknown;
      const change: RowChange = {
        expectation,
        was: text('was-') as RowText,
        mine: cleanedRow(text('') as RowText),
        version: Number(form.text(`version-${place}`)),
      };
      const error = rowProblem(change.mine);
      return { place, change, ...(error === undefined ? {} : { error }) };
    })
    .filter(({ change: { was, mine } }) => FIELDS.some((field) => was[field] !== mine[field]));
}

export function cleanedRow({ outcome, sentence, person, manager }: RowText): RowText {
  return {
    outcome: isOutcome(outcome) ? outcome : '',
    sentence: cleaned(sentence),
    person: cleaned(person),
    manager: cleaned(manager),
  };
}

export function rowProblem({ sentence, person, manager }: RowText): string | undefined {
  const long = [sentence, person, manager].some((text) => [...text].length > LONGEST_SENTENCE);
  return long ? `Shorten each text to ${LONGEST_SENTENCE.toLocaleString('en-GB')} characters` : undefined;
}
