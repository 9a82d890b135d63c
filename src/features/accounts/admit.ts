/** The one way in: whoever has shown who they are is let in here, however they showed it. */
import type { Context } from 'hono';
import { recordEvent } from '../../db/events.ts';
import type { Executor } from '../../db/schema.ts';
import type { Sessions } from '../../web/session.ts';
import type { KnownBrowsers } from './known-browser.ts';
import type { Auth } from './library/auth.ts';
import { type Asker, ask, headersOf, setCookies } from './library/call.ts';
import { type Account, findAccount } from './queries.ts';

export interface AdmitDependencies {
  auth: Auth;
  /** As the role of sign-in. */
  db: Executor;
  sessions: Sessions;
  browsers: KnownBrowsers;
  now: () => Date;
}

/** What the library answers when a second factor is still owed, and what it answers when somebody is in. */
export type SignedIn = { twoFactorRedirect: boolean } | { token: string | undefined };

/**
 * Lets somebody in whom the library has signed in, unless they have left; or leads them to their second factor.
 *
 * @returns undefined for whoever may not in, and then nothing of it reaches the browser
 */
export async function admit(
  deps: AdmitDependencies,
  c: Context,
  { response, cookies }: { response: SignedIn; cookies: string[] },
): Promise<'in' | 'second factor' | undefined> {
  if (!('token' in response)) {
    // The session that the browser may still hold goes on until the second factor is shown.
    setCookies(
      c,
      cookies.filter((cookie) => !cookie.startsWith(`${deps.sessions.cookie}=`)),
    );
    return 'second factor';
  }
  const opened = await deps.db
    .selectFrom('session')
    .select(['id', 'account_id as account'])
    .where('token', '=', response.token ?? '')
    .executeTakeFirst();
  const account = opened && (await findAccount(deps.db, opened.account));
  if (opened === undefined || account === undefined || account.leftOn !== null) {
    if (opened !== undefined) await deps.db.deleteFrom('session').where('id', '=', opened.id).execute();
    return undefined;
  }
  await letIn(deps, c, account, opened.id);
  setCookies(c, cookies);
  return 'in';
}

/** Opens a session for somebody who has just got an account by a one-time link. */
export async function openFor(deps: AdmitDependencies, asker: Asker, account: string): Promise<boolean> {
  const headers = headersOf(asker, { signedOut: true });
  const outcome = await ask(deps.auth.api.openSession({ body: { account }, headers, returnHeaders: true }));
  if ('refused' in outcome) return false;
  const { token } = outcome.response;
  return (await admit(deps, asker.c, { response: { token }, cookies: outcome.cookies })) === 'in';
}

/** Whoever signs in where somebody was signed in takes that session's place. */
async function letIn(deps: AdmitDependencies, c: Context, account: Account, session: string): Promise<void> {
  const before = await deps.sessions.of(c);
  await deps.db.transaction().execute(async (transaction) => {
    if (before?.kind === 'browser') {
      await transaction.deleteFrom('session').where('id', '=', before.id).execute();
    }
    await recordEvent(transaction, {
      at: deps.now(),
      actor: account.person,
      verb: 'session.opened',
      subject: `session:${session}`,
      kind: 'settings',
      about: account.person,
    });
  });
  deps.browsers.remember(c, account.email);
}
