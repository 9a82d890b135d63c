import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import type { HeldToken } from '../personal-tokens.ts';
import type { Account, OpenSession, Passkey } from '../queries.ts';
import { Part, SessionsPart, TokensPart } from './own-open-parts.tsx';
import { OWN_ADDRESS, type OwnDone, ownPage } from './own-page.tsx';
import { When } from './when.tsx';

export interface OwnSignIn {
  token: string;
  account: Account;
  passkeys: readonly Passkey[];
  /** How many recovery codes are left, where there is a second factor. */
  recoveryCodes?: number | undefined;
  sessions: readonly OpenSession[];
  /** Id of the session that asks. */
  here: string;
  tokens: readonly HeldToken[];
  now: Date;
  done?: OwnDone | undefined;
}

/** Every way in that somebody has, and everything that is open in their name. */
export function ownSignInPage(own: OwnSignIn): Page {
  const { token, account, done } = own;
  return ownPage({
    title: 'How you sign in',
    token,
    done,
    lede: (
      <>
        Your address here is <strong>{account.email}</strong>.
      </>
    ),
    children: (
      <>
        <PasswordPart account={account} />
        <PasskeysPart {...own} />
        <SecondFactorPart {...own} />
        <SessionsPart {...own} />
        <TokensPart {...own} />
      </>
    ),
  });
}

function PasswordPart({ account: { hasPassword } }: { account: Account }) {
  return (
    <Part id="password" heading="Password">
      <p>
        {hasPassword
          ? 'You have a password.'
          : 'You have no password: you sign in by a link in a mail, or with a passkey.'}
      </p>
      <p>
        <a href={`${OWN_ADDRESS}/password`}>{hasPassword ? 'Change your password' : 'Choose a password'}</a>
      </p>
    </Part>
  );
}

function PasskeysPart({ passkeys, now }: OwnSignIn) {
  return (
    <Part id="passkeys" heading="Passkeys">
      {passkeys.length === 0 && (
        <p>
          None yet. A passkey lives in your device or password manager, and a finger, your face or a PIN opens
          it. It cannot be guessed, and no copied page can catch it.
        </p>
      )}
      <ul class="records">
        {passkeys.map(({ id, name, added }) => (
          <li key={id}>
            <p>
              <Phrase text={name} />
              {added !== null && (
                <span class="quiet">
                  {' '}
                  added <When at={added} now={now} />
                </span>
              )}
            </p>
            <a href={`${OWN_ADDRESS}/passkeys/${id}`}>
              Rename or remove<span class="visually-hidden"> the passkey {name}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${OWN_ADDRESS}/passkeys/new`}>Add a passkey</a>
      </p>
    </Part>
  );
}

function SecondFactorPart({ account: { secondFactor }, recoveryCodes }: OwnSignIn) {
  return (
    <Part id="second-factor" heading="Second factor">
      {secondFactor ? (
        <>
          <p>
            On: after your password or a link you type a code of your app.
            {recoveryCodes !== undefined && ` ${codesLeft(recoveryCodes)}`}
          </p>
          <p class="ways">
            <a href={`${OWN_ADDRESS}/recovery-codes`}>New recovery codes</a>
            <a href={`${OWN_ADDRESS}/second-factor/removal`}>Switch it off</a>
          </p>
        </>
      ) : (
        <>
          <p>
            Off. With it, whoever learns your password still needs a code that an app on your telephone shows.
          </p>
          <p>
            <a href={`${OWN_ADDRESS}/second-factor`}>Set up a second factor</a>
          </p>
        </>
      )}
    </Part>
  );
}

function codesLeft(count: number): string {
  if (count === 0) return 'You have used all recovery codes: make new ones.';
  return count === 1 ? 'One recovery code is left.' : `${count} recovery codes are left.`;
}
