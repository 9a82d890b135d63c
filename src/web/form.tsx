/** Form fields. One component owns label, hint, error, `aria-invalid` and `aria-describedby`. */
import type { ComponentChildren } from 'preact';

/** What is wrong with one field, as an instruction: "Write why it is right as it stands". */
export interface FieldError {
  /** Id of the control. */
  field: string;
  message: string;
}

interface FieldProps {
  /** Id of the control; unique on the page. */
  id: string;
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** What the field holds: what was typed before, where the form comes back with an error. */
  value?: string;
  /** All errors of the page; the field shows its own. */
  errors?: readonly FieldError[];
  required?: boolean;
}

/** What every control carries, so that it is read out with its hint and its error. */
interface ControlAttributes {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
}

interface TextFieldProps extends FieldProps {
  /** As in HTML; `text` where it is left out. */
  type?: 'text' | 'date' | 'time' | 'email' | 'password' | 'url' | 'search';
  maxlength?: number;
  /** What browsers may fill in, e.g. `current-password`. */
  autocomplete?: string;
  inputmode?: 'numeric' | 'email' | 'url';
  /** What browsers offer while somebody types; anything else may be typed as well. */
  list?: { id: string; values: readonly string[] };
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', value = '', maxlength, autocomplete, inputmode, list } = props;
  return (
    <Field {...props}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            list={list?.id}
            // The types of HTML's attributes differ for each; these are right for all of them.
            type={type as 'text'}
            value={value}
            maxlength={type === 'date' ? undefined : maxlength}
            dir={type === 'text' || type === 'search' ? 'auto' : undefined}
            autocomplete={autocomplete}
            inputmode={inputmode}
            spellcheck={type === 'text' ? undefined : false}
          />
          {list !== undefined && (
            <datalist id={list.id}>
              {list.values.map((offered) => (
                <option key={offered} value={offered} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** Files from the person's own device. */
export function FileField(props: FieldProps & { accept: string; multiple?: boolean }) {
  const { accept, multiple } = props;
  return (
    <Field {...props}>
      {(attributes) => <input {...attributes} type="file" accept={accept} multiple={multiple} />}
    </Field>
  );
}

/** Something to be agreed to or left. */
export function CheckboxField(props: Omit<FieldProps, 'value'> & { checked?: boolean; value?: string }) {
  const { id, name, label, hint, errors = [], checked, value = 'yes' } = props;
  const error = errors.find(({ field }) => field === id);
  return (
    <div class={`field${error ? ' wrong' : ''}`}>
      <label class="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={checked}
          aria-describedby={describedBy(id, hint !== undefined, error !== undefined)}
          aria-invalid={error ? 'true' : undefined}
        />{' '}
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
    </div>
  );
}

/** What binds a form to the session: every form that changes something carries it. */
export function Token({ token }: { token: string }) {
  return <input type="hidden" name="token" value={token} />;
}

/** What was done, said once at the head of the page that follows. */
export function Done({ children }: { children: ComponentChildren }) {
  return (
    <p class="done" role="status">
      {children}
    </p>
  );
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number; maxlength?: number; autofocus?: boolean }) {
  const { value = '', rows = 2, maxlength, autofocus } = props;
  return (
    <Field {...props}>
      {(attributes) => (
        <textarea {...attributes} rows={rows} maxlength={maxlength} dir="auto" autofocus={autofocus}>
          {value}
        </textarea>
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of many, by groups where there are groups. The first entry says that nothing is chosen yet. */
export function SelectField(
  props: FieldProps & { none: string; groups: readonly { label: string; options: readonly Option[] }[] },
) {
  const { value = '', none, groups } = props;
  return (
    <Field {...props}>
      {(attributes) => (
        <select {...attributes}>
          <option value="">{none}</option>
          {groups.map(({ label, options }) => (
            <optgroup key={label} label={label}>
              {options.map((option) => (
                <option key={option.value} value={option.value} selected={option.value === value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of a few, all in sight. */
export function Choices(props: FieldProps & { options: readonly Option[] }) {
  const { id, name, label, hint, value, options, errors = [] } = props;
  const error = errors.find(({ field }) => field === id);
  return (
    <fieldset
      class={`field${error ? ' wrong' : ''}`}
      aria-describedby={describedBy(id, hint !== undefined, error !== undefined)}
    >
      <legend>{label}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {options.map((option, index) => (
        <label key={option.value} class="choice">
          <input
            type="radio"
            // The first carries the field's id, so that the error summary leads to it.
            id={index === 0 ? id : `${id}-${index}`}
            name={name}
            value={option.value}
            checked={option.value === value}
          />{' '}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

/**
 * What has to be mended before the form is taken, each with the way to its field. Put it first on the page: without
 * script it takes the focus by `autofocus`.
 */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <section class="error-summary" aria-labelledby="_errors" tabindex={-1} autofocus>
      <h2 id="_errors">There is a problem</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${encodeURIComponent(field)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Field(props: FieldProps & { children: (attributes: ControlAttributes) => ComponentChildren }) {
  const { id, name, label, hint, errors = [], required, children } = props;
  const error = errors.find(({ field }) => field === id);
  return (
    <div class={`field${error ? ' wrong' : ''}`}>
      <label for={id}>{label}</label>
      <HintAndError id={id} hint={hint} error={error} />
      {children({
        id,
        name,
        'aria-describedby': describedBy(id, hint !== undefined, error !== undefined),
        'aria-invalid': error ? 'true' : undefined,
        'aria-required': required ? 'true' : undefined,
      })}
    </div>
  );
}

function HintAndError(props: { id: string; hint: ComponentChildren; error: FieldError | undefined }) {
  const { id, hint, error } = props;
  return (
    <>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">Error: </span>
          {error.message}
        </p>
      )}
    </>
  );
}

function describedBy(id: string, hint: boolean, error: boolean): string | undefined {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])];
  return ids.length === 0 ? undefined : ids.join(' ');
}
