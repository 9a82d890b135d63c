/** What the forms of this room hold, and what has to be mended in them. */
import type { FieldError } from '../../web/form.tsx';
import type { SentForm } from '../../web/form-guard.ts';
import type { VisibleTo } from './queries.ts';

/** Longest question and answer, in UTF-16 code units; the database keeps to the same. */
export const LONGEST_TEXT = 4000;

export const FIELDS = { text: '_text', visibleTo: '_visible-to' } as const;

export function textProblems(text: string, missing: string): FieldError[] {
  if (text.trim() === '') return [{ field: FIELDS.text, message: missing }];
  if (text.length <= LONGEST_TEXT) return [];
  return [{ field: FIELDS.text, message: `Shorten it to ${LONGEST_TEXT} characters` }];
}

/** Who is to read it, where the form says so. */
export function visibilityIn(form: SentForm): VisibleTo | undefined {
  const chosen = form.text('visible');
  return chosen === 'stewards' || chosen === 'everybody' ? chosen : undefined;
}

export function visibilityProblems(chosen: VisibleTo | undefined): FieldError[] {
  return chosen === undefined ? [{ field: FIELDS.visibleTo, message: 'Choose who may read it' }] : [];
}
