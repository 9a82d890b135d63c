import type { Framework } from '../../../domain/framework.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { Reader } from '../../../web/layout.tsx';
import type { HeldKey } from '../actions/steward-key.ts';
import type { StoredFramework } from '../queries.ts';
import type { Examined } from './counts.ts';

/** What the pages for stewards show: one framework's draft, for its stewards and whoever holds its link. */
export interface Desk {
  stored: StoredFramework;
  /** The draft with its confirmations applied. */
  confirmed: Framework;
  examined: Examined;
  steward: HeldKey;
  reader: Reader;
  /** Binds forms to the session or cookie that they are sent with. */
  token: string;
  /** What has just been done, in a sentence. */
  done?: string;
  /** A form that could not be taken, with everything that was typed. */
  returned?: ReturnedForm;
}

export interface ReturnedForm {
  /** Which form it is: what `formId` gave it. */
  id: string;
  /** What was typed, by the names of the fields. */
  typed: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
}

/** What was typed into a form that came back, and what was wrong with it; nothing for every other form. */
export function returnedTo(desk: Desk, form: string): Pick<ReturnedForm, 'typed' | 'errors'> {
  return desk.returned?.id === form ? desk.returned : { typed: {}, errors: [] };
}
