/** Joining without an invitation, where an administrator opened that. Nothing is entered before the address is shown. */
import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { handOverMail } from '../../../mail/index.ts';
import { alreadyJoinedMail, signUpMail } from '../mails.ts';
import { digestOf, newToken } from '../one-time-links.ts';
import { findAccountByEmail, findPersonByEmail } from '../queries.ts';
import { enterPerson, openAccount } from './open-account.ts';
import { domainOf, signUpSettings } from './sign-up-settings.ts';

/** How long the link works, in hours. */
export const HOURS_OF_SIGN_UP = 24;

/** Sends the link that shows that an address is somebody's; or, to whoever has an account, the way to sign in. */
export async function askToSignUp(
  db: Executor,
  request: { name: string; email: string; baseUrl: string; now: Date },
): Promise<void> {
  const { name, email, baseUrl, now } = request;
  const account = await findAccountByEmail(db, email);
  const person = account === undefined ? await findPersonByEmail(db, email) : undefined;
  if ((account?.leftOn ?? person?.leftOn ?? null) !== null) return;
  if (account !== undefined) {
    const mail = alreadyJoinedMail(`${baseUrl}/sign-in`);
    return handOverMail(db, { ...mail, person: account.person, address: account.email, now });
  }
  const { token, digest } = newToken();
  await inTransaction(db, async (transaction) => {
    const expires = new Date(now.getTime() + HOURS_OF_SIGN_UP * 3_600_000);
    await transaction
      .insertInto('sign_up')
      .values({ digest, name, email, created_at: now, expires_at: expires })
      .execute();
    const mail = signUpMail(`${baseUrl}/sign-up/${token}`, HOURS_OF_SIGN_UP);
    await handOverMail(transaction, { ...mail, address: email, now });
  });
}

export interface SignUp {
  digest: string;
  name: string;
  email: string;
}

/** What a link is for, while it works and joining is still open to its address. */
export async function findSignUp(db: Executor, token: string, now: Date): Promise<SignUp | undefined> {
  const found = await db
    .selectFrom('sign_up')
    .select(['digest', 'name', 'email'])
    .where('digest', '=', digestOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { open, domains } = await signUpSettings(db);
  return open && domains.includes(domainOf(found.email)) ? found : undefined;
}

/**
 * Opens the account: for the person with that address in the directory, or for somebody new.
 *
 * @returns the account; undefined where the link was used, or the address joined in another way meanwhile
 */
export function signUp(
  db: Executor,
  request: SignUp & { passwordHash: string; now: Date },
): Promise<string | undefined> {
  const { digest, email, now } = request;
  return inTransaction(db, async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('sign_up')
      .where('digest', '=', digest)
      .executeTakeFirst();
    const known = await findPersonByEmail(transaction, email);
    const taken = (await findAccountByEmail(transaction, email)) !== undefined;
    if (numDeletedRows === 0n || taken || (known?.leftOn ?? null) !== null) return undefined;
    const person = known?.id ?? (await enterPerson(transaction, request));
    const account = await openAccount(transaction, { ...request, person, name: known?.name ?? request.name });
    await recordEvent(transaction, {
      at: now,
      actor: person,
      verb: 'person.joined',
      subject: `person:${person}`,
      kind: 'settings',
      about: person,
    });
    return account;
  });
}
