import { ErrorSummary, type FieldError } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { MINUTES_OF_LINKS } from '../library/auth.ts';
import { EmailField, NarrowForm, NewPasswordField, titleWith } from './fields.tsx';
import { MailStays } from './link-pages.tsx';
import { simplePage } from './simple-page.tsx';

export function forgottenPage({
  token,
  email,
  errors = [],
}: {
  token: string;
  email?: string;
  errors?: readonly FieldError[];
}): Page {
  return {
    title: titleWith('A new password', errors),
    draft: true,
    main: (
      <div class="entrance">
        <ErrorSummary errors={errors} />
        <h1>A new password</h1>
        <p class="lede">A link goes to your address, and there you choose another.</p>
        <NarrowForm action="/password/forgotten" token={token} button="Send the link">
          <EmailField {...(email === undefined ? {} : { value: email })} errors={errors} />
        </NarrowForm>
        <p>
          <a href="/sign-in">Back to signing in</a>
        </p>
      </div>
    ),
  };
}

/** The same whether or not anybody has the address that was typed. */
export function forgottenSentPage(mailStays: boolean): Page {
  return simplePage('Look at your mail', {
    lede: 'If the address belongs to an account here, a link to choose a new password is on its way to it.',
    children: (
      <>
        <p>It works once, for {MINUTES_OF_LINKS} minutes.</p>
        {mailStays && <MailStays />}
        <p>
          <a href="/sign-in">Back to signing in</a>
        </p>
      </>
    ),
  });
}

export function resetPage(form: { token: string; action: string; errors?: readonly FieldError[] }): Page {
  const { token, action, errors = [] } = form;
  return {
    title: titleWith('Choose a new password', errors),
    draft: true,
    main: (
      <div class="entrance">
        <ErrorSummary errors={errors} />
        <h1>Choose a new password</h1>
        <p class="lede">You are then signed out everywhere, and sign in with it.</p>
        <NarrowForm action={action} token={token} button="Set the password">
          <NewPasswordField errors={errors} />
        </NarrowForm>
      </div>
    ),
  };
}
