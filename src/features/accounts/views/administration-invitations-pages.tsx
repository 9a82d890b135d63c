import { type FieldError, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { DAYS_OF_INVITATIONS } from '../actions/invite.ts';
import { type Invitable, MOST_SHOWN } from '../administration-queries.ts';
import { administrationPage, Finder } from './administration-page.tsx';
import { When, whenInWords } from './when.tsx';

const PLACE = '/administration/invitations';

interface Shown {
  token: string;
  people: readonly Invitable[];
  wanted: string;
  /** How many were just sent. */
  sent: number;
  now: Date;
  mail: { description: string; stays: boolean };
  errors?: readonly FieldError[];
}

export function invitationsPage({ token, people, wanted, sent, now, mail, errors = [] }: Shown): Page {
  return administrationPage({
    place: PLACE,
    title: 'Invitations',
    lede: 'People of the directory who have no account yet. An invitation lets them choose how they sign in.',
    done: sent > 0 ? sentInWords(sent, mail) : undefined,
    errors,
    children: (
      <>
        <Finder action={PLACE} wanted={wanted} label="Find by name or address" />
        {people.length === 0 ? (
          <p>
            {wanted === ''
              ? 'Everybody in the directory has an account.'
              : `Nobody without an account has “${wanted}” in their name or address.`}
          </p>
        ) : (
          <form method="post" action={`${PLACE}/check`}>
            <Token token={token} />
            <input type="hidden" name="q" value={wanted} />
            <fieldset class="field" id="people" tabindex={-1}>
              <legend>Whom to invite</legend>
              {errors.map(({ message }) => (
                <p key={message} class="field-error">
                  <span class="visually-hidden">Error: </span>
                  {message}
                </p>
              ))}
              {people.slice(0, MOST_SHOWN).map((person) => (
                <Choice key={person.id} person={person} now={now} />
              ))}
            </fieldset>
            {people.length > MOST_SHOWN && (
              <p class="quiet">The first {MOST_SHOWN} are shown. Find others by typing.</p>
            )}
            <p class="buttons">
              <button type="submit" class="button">
                Go on
              </button>
            </p>
          </form>
        )}
      </>
    ),
  });
}

function sentInWords(sent: number, mail: Shown['mail']): string {
  const what = sent === 1 ? 'One invitation is' : `${sent} invitations are`;
  return mail.stays
    ? `${what} written to ${mail.description}, because no mail server is set.`
    : `${what} on the way.`;
}

function Choice({ person, now }: { person: Invitable; now: Date }) {
  const { id, name, email } = person;
  if (email === null) {
    return <p class="choice quiet">{name}: the directory knows no address to invite them at</p>;
  }
  return (
    <label class="choice">
      <input type="checkbox" name="person" value={id} />
      <span>
        {name} <span class="quiet">{email}</span>
        <Before person={person} now={now} />
      </span>
    </label>
  );
}

function Before({ person: { invited, ends }, now }: { person: Invitable; now: Date }) {
  if (invited === null || ends === null) return null;
  return (
    <span class="quiet">
      <br />
      invited <When at={invited} now={now} />
      {ends <= now ? ', which has ended' : `, open until ${whenInWords(ends, now)}`}
    </span>
  );
}

/** What goes out, before it does. */
export function checkInvitationsPage({
  token,
  people,
}: {
  token: string;
  people: readonly { id: string; name: string; email: string }[];
}): Page {
  return administrationPage({
    place: PLACE,
    title: people.length === 1 ? 'Send this invitation' : `Send these ${people.length} invitations`,
    lede: `Each is a mail with a link that works once, for ${DAYS_OF_INVITATIONS} days. An earlier invitation of the same person ends.`,
    children: (
      <form method="post" action={PLACE}>
        <Token token={token} />
        <ul class="records">
          {people.map(({ id, name, email }) => (
            <li key={id}>
              <input type="hidden" name="person" value={id} />
              <p>
                {name} <span class="quiet">{email}</span>
              </p>
            </li>
          ))}
        </ul>
        <p class="buttons">
          <button type="submit" class="button">
            {people.length === 1 ? 'Send it' : 'Send them'}
          </button>
          <a href={PLACE}>Back without sending</a>
        </p>
      </form>
    ),
  });
}
