import type { ComponentChildren } from 'preact';
import { Done, ErrorSummary, type FieldError, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { YouSide } from '../../people/index.ts';
import { titleWith } from './fields.tsx';

/** Where the pages of one's own account stand. */
export const OWN_ADDRESS = '/you/sign-in';

/** What was done, said on the page that follows. */
export const OWN_DONE = {
  password: 'Your password is set. You are signed out everywhere else.',
  'passkey-added': 'The passkey is added. You can sign in with it from now on.',
  'passkey-named': 'The passkey has its new name.',
  'passkey-removed':
    'The passkey is removed. Remove it from your device too, so that it no longer offers it.',
  'second-factor-off': 'Your second factor is switched off.',
  'session-ended': 'That browser is signed out.',
  'sessions-ended': 'You are signed out everywhere but here.',
  'token-ended': 'The token is ended: programs that used it are refused from now on.',
} as const;

export type OwnDone = keyof typeof OWN_DONE;

/** A page of one's own account. */
export function ownPage(page: {
  title: string;
  token: string;
  errors?: readonly FieldError[];
  done?: OwnDone | undefined;
  lede?: ComponentChildren;
  children: ComponentChildren;
  scripts?: Page['scripts'];
}): Page {
  const { title, token, errors = [], done, lede, children, scripts = [] } = page;
  return {
    title: titleWith(title, errors),
    section: 'you',
    draft: true,
    scripts,
    left: <YouSide current={OWN_ADDRESS} />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        {done !== undefined && <Done>{OWN_DONE[done]}</Done>}
        <h1>{title}</h1>
        {lede !== undefined && <p class="lede">{lede}</p>}
        {children}
      </>
    ),
    right: <SignOut token={token} />,
  };
}

/** Here, so that it is found by whoever looks for it; and it works without script. */
function SignOut({ token }: { token: string }) {
  return (
    <aside class="right" aria-label="Actions">
      <ul class="actions">
        <li>
          <form method="post" action="/sign-out">
            <Token token={token} />
            <button type="submit">Sign out here</button>
          </form>
        </li>
      </ul>
    </aside>
  );
}
