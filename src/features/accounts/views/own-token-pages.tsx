import { type FieldError, TextField } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { DAYS_OF_TOKENS } from '../personal-tokens.ts';
import { NarrowForm } from './fields.tsx';
import { OWN_ADDRESS, ownPage } from './own-page.tsx';
import { LONGEST_NAME } from './own-passkey-pages.tsx';

export function newTokenPage(form: { token: string; name?: string; errors?: readonly FieldError[] }): Page {
  const { token, name = '', errors = [] } = form;
  return ownPage({
    title: 'Make a token',
    token,
    errors,
    lede: `Whatever program holds it acts for you through the API, for ${DAYS_OF_TOKENS} days. It opens no page.`,
    children: (
      <NarrowForm
        action={`${OWN_ADDRESS}/tokens`}
        token={token}
        button="Make the token"
        second={<a href={OWN_ADDRESS}>Back without one</a>}
      >
        <TextField
          id="name"
          name="name"
          label="Which program it is for"
          hint="So that you know it again, e.g. “Notes from my terminal”."
          maxlength={LONGEST_NAME}
          value={name}
          errors={errors}
          required
        />
      </NarrowForm>
    ),
  });
}

export function madeTokenPage({
  token,
  name,
  secret,
}: {
  token: string;
  name: string;
  secret: string;
}): Page {
  return ownPage({
    title: 'Your new token',
    token,
    lede: `For “${name}”. Give it to the program now: it is shown only this once.`,
    children: (
      <>
        <p class="secret-text">
          <code>{secret}</code>
        </p>
        <p>
          The program sends it with each request, as <code>Authorization: Bearer …</code>
        </p>
        <p>
          <a href={OWN_ADDRESS}>I have kept it</a>
        </p>
      </>
    ),
  });
}
