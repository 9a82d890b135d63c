import type { ComponentChildren } from 'preact';
import { type FieldError, TextField } from '../../../web/form.tsx';

/** The script of every page with such a field: proposes people while somebody types. */
export const PERSON_FIELD_SCRIPT = 'choose-person';

/** Names one person of the directory. What is typed is read by `personMeant`. */
export function PersonField(props: {
  id: string;
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  value?: string;
  errors?: readonly FieldError[];
}) {
  const { hint = 'E-mail address or whole name' } = props;
  return (
    <div data-choose-person>
      <TextField {...props} hint={hint} maxlength={500} autocomplete="off" />
    </div>
  );
}
