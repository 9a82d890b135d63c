import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { AdministeredMail } from '../administration-queries.ts';
import { administrationPage } from './administration-page.tsx';
import { When } from './when.tsx';

const PLACE = '/administration/mail';

const DONE: Record<string, string> = {
  test: 'A mail to you is handed over. It stands first in the list below.',
  again: 'It is tried again now. Load this page again to see what became of it.',
};

export function administrationMailPage(shown: {
  token: string;
  mails: readonly AdministeredMail[];
  waiting: { count: number; since: Date | null };
  now: Date;
  done: string | undefined;
  route: { description: string; stays: boolean };
}): Page {
  const { token, mails, waiting, now, done, route } = shown;
  return administrationPage({
    place: PLACE,
    title: 'Mail',
    lede: 'Whether mail goes out. What it says nobody reads here.',
    done: DONE[done ?? ''],
    children: (
      <>
        <Route route={route} />
        {waiting.since !== null && (
          <p>
            {waiting.count === 1 ? 'One mail waits' : `${waiting.count} mails wait`}, the oldest since{' '}
            <When at={waiting.since} now={now} />.
          </p>
        )}
        <form method="post" action={`${PLACE}/tests`}>
          <Token token={token} />
          <button type="submit" class="button second">
            Send a mail to me
          </button>
        </form>
        <section class="part" aria-labelledby="_mails">
          <h2 id="_mails">Of the last 30 days</h2>
          {mails.length === 0 && <p>None yet.</p>}
          <ul class="records">
            {mails.map((mail) => (
              <li key={mail.id}>
                <div>
                  <p>
                    {mail.address} <span class="quiet">{kindInWords(mail.kind)}</span>
                  </p>
                  <State mail={mail} now={now} />
                  {mail.canBeTried && <TryAgain token={token} mail={mail} />}
                </div>
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  });
}

function Route({ route: { description, stays } }: { route: { description: string; stays: boolean } }) {
  if (!stays) return <p>Mail goes through {description}.</p>;
  return (
    <p class="banner attention">
      No mail server is set, so mail goes nowhere: it is written to {description}. Set <code>SMTP_URL</code>{' '}
      and start Cairn again.
    </p>
  );
}

function State({ mail, now }: { mail: AdministeredMail; now: Date }) {
  const { sent, givenUp, failure, tries, next, created } = mail;
  if (sent !== null) {
    return (
      <p class="quiet">
        Sent <When at={sent} now={now} />.
      </p>
    );
  }
  return (
    <>
      <p class={failure === null ? 'quiet' : 'overdue'}>
        {givenUp !== null ? (
          <>
            Given up <When at={givenUp} now={now} /> after {triesInWords(tries)}.
          </>
        ) : (
          <>
            Waits since <When at={created} now={now} />
            {tries > 0 && ` after ${triesInWords(tries)}, again ${inWords(next, now)}`}.
          </>
        )}
      </p>
      {failure !== null && <p class="quiet">The mail server said: {failure}</p>}
    </>
  );
}

function triesInWords(tries: number): string {
  return tries === 1 ? 'one try' : `${tries} tries`;
}

/** What it says is kept for a week, and never shown. */
function TryAgain({ token, mail: { id, address } }: { token: string; mail: AdministeredMail }) {
  return (
    <form method="post" action={`${PLACE}/${id}/tries`}>
      <Token token={token} />
      <button type="submit" class="button small">
        Try again<span class="visually-hidden"> to send the mail to {address}</span>
      </button>
      <p class="quiet">A link in it may work no longer.</p>
    </form>
  );
}

/** "in 4 minutes" */
function inWords(next: Date, now: Date): string {
  const minutes = Math.max(1, Math.round((next.getTime() - now.getTime()) / 60_000));
  if (minutes < 90) return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
  return `in ${Math.round(minutes / 60)} hours`;
}

/** A kind of mail as people say it; kinds of other features say themselves. */
function kindInWords(kind: string): string {
  return kind.replaceAll('-', ' ');
}
