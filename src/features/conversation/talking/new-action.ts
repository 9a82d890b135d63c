import { isDay } from '../../../domain/days.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { SentForm } from '../../../web/form-guard.ts';
import { lineManagerOf, type Talk } from '../talk.ts';
import { cleanedLine } from '../written.ts';
import { LONGEST_ACTION, type ReturnedAction } from './row-actions.tsx';

/** An action as it was typed beside a row. */
export interface TypedAction extends ReturnedAction {
  /** `action`, or the `opportunity` that the manager finds. */
  kind: 'action' | 'opportunity';
}

/** @returns undefined where the form adds none */
export function typedAction(form: SentForm, talk: Talk): TypedAction | undefined {
  const name = form.text('add');
  const [, kind, place] = /^(action|opportunity)-(\d+)$/.exec(name) ?? [];
  if (place === undefined || (kind !== 'action' && kind !== 'opportunity')) return undefined;
  const action: Omit<TypedAction, 'errors'> = {
    kind,
    place: Number(place),
    text: cleanedLine(form.text(`${name}-text`)),
    owner: kind === 'opportunity' ? (lineManagerOf(talk).id ?? '') : form.text(`${name}-owner`),
    due: form.text(`${name}-due`).trim(),
  };
  return { ...action, errors: problems(name, action, talk) };
}

function problems(name: string, { text, owner, due }: Omit<TypedAction, 'errors'>, talk: Talk): FieldError[] {
  const found: FieldError[] = [];
  if (text === '') found.push({ field: `${name}-text`, message: 'Write what is to be done' });
  if (text.length > LONGEST_ACTION) {
    found.push({ field: `${name}-text`, message: `Shorten it to ${LONGEST_ACTION} characters` });
  }
  if (![talk.person.id, lineManagerOf(talk).id].includes(owner)) {
    found.push({ field: `${name}-owner`, message: 'Choose who does it' });
  }
  if (due !== '' && !isDay(due)) {
    found.push({ field: `${name}-due`, message: 'Choose a day, or leave it empty' });
  }
  return found;
}
