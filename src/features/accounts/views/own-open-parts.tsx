/** What is open in somebody's name: sessions, and tokens of their programs. Each can be ended here. */
import type { ComponentChildren } from 'preact';
import { Token } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { deviceInWords } from '../device.ts';
import type { HeldToken } from '../personal-tokens.ts';
import type { OpenSession } from '../queries.ts';
import { OWN_ADDRESS } from './own-page.tsx';
import { When } from './when.tsx';

/** A part of the page on how somebody signs in. */
export function Part({
  id,
  heading,
  children,
}: {
  id: string;
  heading: string;
  children: ComponentChildren;
}) {
  return (
    <section class="part" aria-labelledby={id} id={`${id}-part`}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}

export function SessionsPart(props: {
  token: string;
  sessions: readonly OpenSession[];
  /** Id of the session that asks. */
  here: string;
  now: Date;
}) {
  const { token, sessions, here, now } = props;
  return (
    <Part id="sessions" heading="Where you are signed in">
      <ul class="records">
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <p>
                {deviceInWords(session.agent)}
                {session.id === here && <strong> (here)</strong>}
              </p>
              <p class="quiet">
                {session.address !== '' && `From ${session.address}. `}
                Signed in <When at={session.since} now={now} />, last seen{' '}
                <When at={session.seen} now={now} />.
              </p>
            </div>
            {session.id !== here && (
              <EndForm token={token} field="session" value={session.id} action="ended-sessions">
                Sign out<span class="visually-hidden"> {deviceInWords(session.agent)}</span>
              </EndForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <EndForm token={token} field="session" value="others" action="ended-sessions">
          Sign out everywhere but here
        </EndForm>
      )}
    </Part>
  );
}

export function TokensPart(props: { token: string; tokens: readonly HeldToken[]; now: Date }) {
  const { token, tokens, now } = props;
  return (
    <Part id="tokens" heading="Tokens of your programs">
      {tokens.length === 0 && (
        <p>
          None. With a token a program of your own acts for you through the API, such as a command that notes
          evidence from your terminal.
        </p>
      )}
      <ul class="records">
        {tokens.map(({ id, name, made, used, ends }) => (
          <li key={id}>
            <div>
              <p>
                <Phrase text={name} />
              </p>
              <p class="quiet">
                Made <When at={made} now={now} />,{' '}
                {used === null ? (
                  'never used'
                ) : (
                  <>
                    last used <When at={used} now={now} />
                  </>
                )}
                , ends <When at={ends} now={now} />.
              </p>
            </div>
            <EndForm token={token} field="token-id" value={id} action="ended-tokens">
              End it<span class="visually-hidden">: {name}</span>
            </EndForm>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${OWN_ADDRESS}/tokens/new`}>Make a token</a>
      </p>
    </Part>
  );
}

function EndForm(props: {
  token: string;
  action: string;
  field: string;
  value: string;
  children: ComponentChildren;
}) {
  const { token, action, field, value, children } = props;
  return (
    <form method="post" action={`${OWN_ADDRESS}/${action}`}>
      <Token token={token} />
      <input type="hidden" name={field} value={value} />
      <button type="submit" class="button small">
        {children}
      </button>
    </form>
  );
}
