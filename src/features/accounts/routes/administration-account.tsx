/** What administrators look after: accounts. They see what opens one and never open it themselves. */
import type { Context } from 'hono';
import { recordEvent } from '../../../db/events.ts';
import { isId } from '../../../db/ids.ts';
import type { Executor, Schema } from '../../../db/schema.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import { endEverything, removeSecondFactor } from '../actions/administer-account.ts';
import {
  type AdministeredAccount,
  accountsToAdminister,
  accountToAdminister,
} from '../administration-queries.ts';
import { findAccountOf } from '../queries.ts';
import {
  ACCOUNT_DONE,
  type AccountDone,
  administeredAccountPage,
  removeSecondFactorOfPage,
} from '../views/administration-account-pages.tsx';
import { accountsPage } from '../views/administration-accounts-page.tsx';
import { ADMINISTRATOR } from './administration.tsx';
import type { AccountContext } from './context.ts';
import type { Entrance } from './entrance.ts';
import { sendPasswordLink } from './password.tsx';

const ONE = '/administration/accounts/:person';

/** Fewest characters of a reason; longest that is kept. */
const REASON = { least: 10, most: 500 };

export function administrationAccountRoutes(entrance: Entrance, deps: AccountContext): void {
  const { doors } = entrance;
  doors.get('/administration/accounts', ADMINISTRATOR, async ({ c, db, now }) => {
    const wanted = (c.req.query('q') ?? '').trim();
    return { page: accountsPage({ accounts: await accountsToAdminister(db, wanted), wanted, now }) };
  });
  doors.get(ONE, ADMINISTRATOR, async ({ c, db, token, now }) => {
    const done = Object.keys(ACCOUNT_DONE).find((name) => name === c.req.query('done')) as
      | AccountDone
      | undefined;
    return { page: administeredAccountPage({ token, account: await accountAt(db, c), now, done }) };
  });
  doors.post(`${ONE}/ended-sessions`, ADMINISTRATOR, async (sent) => {
    const person = personOf(await accountAt(sent.db, sent.c));
    await endEverything(sent.db, { person, by: sent.viewer, now: sent.now });
    return done(person.id, 'ended');
  });
  doors.get(`${ONE}/second-factor`, ADMINISTRATOR, removalForm);
  doors.post(`${ONE}/second-factor`, ADMINISTRATOR, removal);
  entrance.ownForm(
    `${ONE}/password-links`,
    async ({ c, viewer, now }) => {
      const person = c.req.param('person') ?? '';
      const account = isId(person) ? await findAccountOf(deps.db, person) : undefined;
      if (account === undefined || account.leftOn !== null) throw nothingHere();
      await sendPasswordLink(deps, account);
      const subject = `account:${account.id}`;
      const event = { at: now, actor: viewer.person, verb: 'password-link.sent', subject } as const;
      await recordEvent(deps.db, { ...event, kind: 'settings', about: account.person });
      return done(account.person, 'link');
    },
    ADMINISTRATOR,
  );
}

async function removalForm({ c, db, token }: Visit<Schema>): Promise<Answer> {
  const account = await accountAt(db, c);
  if (!account.secondFactor) throw nothingHere();
  return { page: removeSecondFactorOfPage({ token, account }) };
}

async function removal({ c, db, viewer, form, token, now }: Sent<Schema>): Promise<Answer> {
  const account = await accountAt(db, c);
  if (!account.secondFactor) throw nothingHere();
  const reason = form.text('reason').trim();
  if (reason.length < REASON.least || reason.length > REASON.most) {
    const message = 'Write in a sentence why it is removed: the person is told';
    const errors = [{ field: 'reason', message }];
    return { page: removeSecondFactorOfPage({ token, account, reason, errors }), status: 422 };
  }
  await removeSecondFactor(db, { person: personOf(account), by: viewer, reason, now });
  return done(account.person, 'second-factor');
}

/** @throws CairnError `not found` for whoever has no account */
async function accountAt(db: Executor, c: Context): Promise<AdministeredAccount> {
  const person = c.req.param('person') ?? '';
  const account = isId(person) ? await accountToAdminister(db, person) : undefined;
  if (account === undefined) throw nothingHere();
  return account;
}

function personOf({ person, name, email }: AdministeredAccount) {
  return { id: person, name, email };
}

function done(person: string, what: AccountDone): Answer {
  return { redirect: `/administration/accounts/${person}?done=${what}` };
}
