import type { DetailKey } from '../../../../domain/person.ts';
import { LONGEST } from '../../../../domain/person.ts';
import { type FieldError, TextField } from '../../../../web/form.tsx';

export type DetailsTyped = Record<DetailKey, string>;

export const NOTHING_TYPED: DetailsTyped = {
  name: '',
  email: '',
  staffNumber: '',
  pronouns: '',
  site: '',
  timeZone: '',
  joinedOn: '',
};

const FIELDS: readonly { key: DetailKey; label: string; hint?: string; type?: 'date' | 'email' }[] = [
  { key: 'name', label: 'Name' },
  { key: 'email', label: 'E-mail', type: 'email' },
  { key: 'staffNumber', label: 'Staff number', hint: 'Only the person and administrators see it' },
  { key: 'pronouns', label: 'Pronouns', hint: 'Only as the person gives them, e.g. she/her' },
  { key: 'site', label: 'Site' },
  { key: 'timeZone', label: 'Time zone', hint: 'By its place, e.g. Europe/London' },
  { key: 'joinedOn', label: 'Joined on', type: 'date' },
];

/** What is known of a person, to be filled in. The id of each field is its key. */
export function DetailsFields({ typed, errors }: { typed: DetailsTyped; errors: readonly FieldError[] }) {
  return (
    <>
      {FIELDS.map(({ key, label, hint, type = 'text' as const }) => (
        <TextField
          key={key}
          id={key}
          name={key}
          label={label}
          type={type}
          value={typed[key]}
          errors={errors}
          maxlength={LONGEST[key]}
          autocomplete="off"
          {...(hint === undefined ? {} : { hint })}
        />
      ))}
    </>
  );
}

export function detailsIn(form: { text(name: string): string }): DetailsTyped {
  const entries = FIELDS.map(({ key }) => [key, form.text(key)] as const);
  return Object.fromEntries(entries) as DetailsTyped;
}
