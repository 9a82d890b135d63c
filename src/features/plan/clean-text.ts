import type { SentForm } from '../../web/form-guard.ts';

/** A text as the database can keep it: without characters of zero and halves of characters, which nobody can type. */
export function cleaned(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** A text of a form, without the spaces around it. */
export function cleanedField(form: SentForm, name: string): string {
  return cleaned(form.text(name)).trim();
}
