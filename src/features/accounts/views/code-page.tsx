import { CheckboxField, ErrorSummary, type FieldError, TextField } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { DAYS_REMEMBERED } from '../library/second-factor.ts';
import { NarrowForm, titleWith } from './fields.tsx';

export interface CodeForm {
  token: string;
  to: string;
  /** Whether a recovery code is asked for, because the app with the codes is lost. */
  recovery: boolean;
  remember?: boolean;
  errors?: readonly FieldError[];
}

/** The second step of signing in. */
export function codePage({ token, to, recovery, remember = false, errors = [] }: CodeForm): Page {
  const title = recovery ? 'Sign in with a recovery code' : 'Your second factor';
  const other = `/sign-in/code?${new URLSearchParams({ to, ...(recovery ? {} : { with: 'recovery' }) })}`;
  return {
    title: titleWith(title, errors),
    draft: true,
    main: (
      <div class="entrance">
        <ErrorSummary errors={errors} />
        <h1>{title}</h1>
        <p class="lede">
          {recovery
            ? 'Type one of the ten codes that you kept. Each works once.'
            : 'Type the six digits that your app shows for Cairn now.'}
        </p>
        <NarrowForm action="/sign-in/code" token={token} button="Sign in">
          <input type="hidden" name="to" value={to} />
          {recovery && <input type="hidden" name="with" value="recovery" />}
          <TextField
            id="code"
            name="code"
            label={recovery ? 'Recovery code' : 'Code'}
            autocomplete={recovery ? 'off' : 'one-time-code'}
            {...(recovery ? {} : { inputmode: 'numeric' as const })}
            maxlength={20}
            errors={errors}
            required
          />
          <CheckboxField
            id="remember"
            name="remember"
            label={`Do not ask again on this device for ${DAYS_REMEMBERED} days`}
            checked={remember}
          />
        </NarrowForm>
        <p>
          <a href={other}>{recovery ? 'Use a code of my app' : 'I cannot reach my app'}</a>
        </p>
        {recovery && (
          <p class="quiet">
            Without the codes, too, an administrator can remove your second factor once they know that it is
            you.
          </p>
        )}
      </div>
    ),
  };
}
