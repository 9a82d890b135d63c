/** Fields that stand on more than one page of signing in. */
import type { ComponentChildren } from 'preact';
import { type FieldError, TextField, Token } from '../../../web/form.tsx';
import { PASSWORD_LENGTH } from '../library/auth.ts';

interface Typed {
  value?: string;
  errors?: readonly FieldError[];
}

export function EmailField({ value = '', errors = [], hint }: Typed & { hint?: ComponentChildren }) {
  return (
    <TextField
      id="email"
      name="email"
      label="E-mail address"
      type="email"
      autocomplete="username"
      maxlength={254}
      value={value}
      errors={errors}
      hint={hint}
      required
    />
  );
}

export function NameField({ value = '', errors = [] }: Typed) {
  return (
    <TextField
      id="name"
      name="name"
      label="Your name"
      autocomplete="name"
      maxlength={200}
      value={value}
      errors={errors}
      required
    />
  );
}

/** Never filled in again: a password does not travel back to the page. */
export function PasswordField({ errors = [], label = 'Password' }: Typed & { label?: string }) {
  return (
    <TextField
      id="password"
      name="password"
      label={label}
      type="password"
      autocomplete="current-password"
      maxlength={PASSWORD_LENGTH.most}
      errors={errors}
      required
    />
  );
}

export function NewPasswordField({ errors = [] }: Typed) {
  return (
    <TextField
      id="new-password"
      name="new-password"
      label="New password"
      hint={`At least ${PASSWORD_LENGTH.least} characters. A few words in a row are easy to keep and hard to guess.`}
      type="password"
      autocomplete="new-password"
      maxlength={PASSWORD_LENGTH.most}
      errors={errors}
      required
    />
  );
}

/** A form of signing in: narrow, bound to its page, with one button and what stands beside it. */
export function NarrowForm(props: {
  action: string;
  token: string;
  button: string;
  second?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { action, token, button, second, children } = props;
  return (
    <form method="post" action={action} class="narrow">
      <Token token={token} />
      {children}
      <p class="buttons">
        <button type="submit" class="button">
          {button}
        </button>
        {second}
      </p>
    </form>
  );
}

/** Puts "Error: " before the title of a page that came back, so that it is heard first. */
export function titleWith(title: string, errors: readonly FieldError[]): string {
  return errors.length === 0 ? title : `Error: ${title}`;
}
