import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';

export interface NewAccount {
  person: string;
  name: string;
  /** In lower case; whoever opens the account has shown that it is theirs. */
  email: string;
  /** As the library hashes it; absent for somebody who signs in by link or passkey. */
  passwordHash?: string;
  now: Date;
}

/**
 * Opens an account in the transaction of whatever gives the right to it. Written in the library's tables as the library
 * writes it, because the library would want a transaction of its own.
 *
 * @returns its id
 */
export async function openAccount(db: Executor, account: NewAccount): Promise<string> {
  const { person, name, email, passwordHash, now } = account;
  const id = newId();
  await db
    .insertInto('account')
    .values({
      id,
      person_id: person,
      name,
      email,
      email_verified: true,
      image: null,
      two_factor_enabled: false,
      created_at: now,
      updated_at: now,
    })
    .execute();
  if (passwordHash !== undefined) await setPassword(db, { account: id, passwordHash, now });
  return id;
}

/** Gives an account a password, whether or not it has one. */
export async function setPassword(
  db: Executor,
  { account, passwordHash, now }: { account: string; passwordHash: string; now: Date },
): Promise<void> {
  await db
    .deleteFrom('credential')
    .where('account_id', '=', account)
    .where('provider_id', '=', 'credential')
    .execute();
  await db
    .insertInto('credential')
    .values({
      id: newId(),
      account_id: account,
      provider_id: 'credential',
      provider_account_id: account,
      password: passwordHash,
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

/** Enters somebody whom no administrator has entered before. @returns their id */
export async function enterPerson(
  db: Executor,
  { name, email, now }: { name: string; email: string; now: Date },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('person')
    .values({
      id,
      name,
      pronouns: null,
      email,
      site: null,
      time_zone: null,
      joined_on: null,
      left_on: null,
      created_at: now,
    })
    .execute();
  return id;
}
