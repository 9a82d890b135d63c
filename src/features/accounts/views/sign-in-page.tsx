import { Done, ErrorSummary, type FieldError } from '../../../web/form.tsx';
import type { Page, SiteNotice } from '../../../web/page.ts';
import { EmailField, NarrowForm, PasswordField, titleWith } from './fields.tsx';

/** What is said at the head of the page to somebody who was led there. */
export const NOTICES = {
  'signed-out': 'You are signed out.',
  password: 'Your new password is set, and you are signed out everywhere else. Sign in with it.',
  'start-again': 'That took too long, or failed too often. Sign in once more.',
} as const;

export type Notice = keyof typeof NOTICES;

export interface SignInForm {
  token: string;
  email?: string;
  errors?: readonly FieldError[];
  notice?: Notice | undefined;
  /** Where to go on to; empty for one's own first page. */
  to: string;
  /** Whoever is asked to sign in once more, before something that matters. */
  again?: string | undefined;
  /** Whether browsers offer passkeys at this address. */
  passkeys: boolean;
  /** Whether people may join without an invitation. */
  mayJoin: boolean;
  /** What the installation says on every page, where that is another way in. */
  otherWay?: SiteNotice | undefined;
}

export function signInPage(form: SignInForm): Page {
  const { token, email, errors = [], notice, to, again, passkeys, mayJoin, otherWay } = form;
  const title = again === undefined ? 'Sign in' : 'Sign in once more';
  return {
    title: titleWith(title, errors),
    draft: true,
    scripts: passkeys ? ['passkey'] : [],
    main: (
      <div class="entrance">
        <ErrorSummary errors={errors} />
        {notice !== undefined && <Done>{NOTICES[notice]}</Done>}
        <h1>{title}</h1>
        {again !== undefined && (
          <p class="lede">
            {again}, this needs a sign-in of the last few minutes, so that nobody else can do it at your desk.
          </p>
        )}
        {otherWay !== undefined && (
          <p class="lede">
            {otherWay.signIn}{' '}
            <a href={`${otherWay.link.address}?${new URLSearchParams({ to })}`}>{otherWay.link.text}</a>
          </p>
        )}
        <NarrowForm
          action="/sign-in"
          token={token}
          button="Sign in"
          second={
            <button type="submit" class="button second" formaction="/sign-in/link">
              Send me a link instead
            </button>
          }
        >
          <input type="hidden" name="to" value={to} />
          {again !== undefined && <input type="hidden" name="again" value="yes" />}
          <EmailField {...(email === undefined ? {} : { value: email })} errors={errors} />
          <PasswordField errors={errors} />
        </NarrowForm>
        <p>
          <a href="/password/forgotten">I have forgotten my password</a>
        </p>
        {passkeys && <PasskeyPart token={token} to={to} />}
        {mayJoin && again === undefined && (
          <p>
            No account yet? <a href="/sign-up">Join with your address at work</a>
          </p>
        )}
      </div>
    ),
  };
}

function PasskeyPart({ token, to }: { token: string; to: string }) {
  return (
    <section class="part" aria-labelledby="_passkey">
      <h2 id="_passkey">With a passkey</h2>
      <p class="quiet">Your device asks for a finger, your face or its PIN. There is nothing to type.</p>
      <p class="with-script">
        <button type="button" class="button second" data-passkey="sign-in" data-token={token} data-to={to}>
          Sign in with a passkey
        </button>
      </p>
      <p class="without-script">Passkeys work where this page may run script.</p>
      <p class="form-error" role="alert" data-passkey-problem />
    </section>
  );
}
