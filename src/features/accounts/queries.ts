/** What signing in looks up. Everything here runs as the role of sign-in. */
import { sql } from 'kysely';
import { isId } from '../../db/ids.ts';
import type { Executor } from '../../db/schema.ts';

/** Somebody's way in, with what decides whether it is open. */
export interface Account {
  id: string;
  person: string;
  name: string;
  email: string;
  /** The day on which they left; an account of theirs opens nothing. */
  leftOn: string | null;
  hasPassword: boolean;
  secondFactor: boolean;
}

export function findAccountByEmail(db: Executor, email: string): Promise<Account | undefined> {
  return accounts(db).where('account.email', '=', email).executeTakeFirst();
}

export function findAccountOf(db: Executor, person: string): Promise<Account | undefined> {
  return accounts(db).where('account.person_id', '=', person).executeTakeFirst();
}

export function findAccount(db: Executor, id: string): Promise<Account | undefined> {
  return accounts(db).where('account.id', '=', id).executeTakeFirst();
}

function accounts(db: Executor) {
  return db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select((row) => [
      'account.id',
      'person.id as person',
      'person.name',
      'account.email',
      'person.left_on as leftOn',
      sql<boolean>`coalesce(${row.ref('account.two_factor_enabled')}, false)`.as('secondFactor'),
      row
        .exists(
          row
            .selectFrom('credential')
            .whereRef('credential.account_id', '=', 'account.id')
            .where('credential.password', 'is not', null)
            .select('credential.id'),
        )
        .$castTo<boolean>()
        .as('hasPassword'),
    ]);
}

export interface DirectoryPerson {
  id: string;
  name: string;
  leftOn: string | null;
}

/** The person of the directory with an address. */
export function findPersonByEmail(db: Executor, email: string): Promise<DirectoryPerson | undefined> {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'left_on as leftOn'])
    .where('email', '=', email)
    .executeTakeFirst();
}

/** Whether somebody who can sign in administers the installation. */
export async function hasAdministrator(db: Executor): Promise<boolean> {
  const found = await db
    .selectFrom('administrator')
    .innerJoin('person', 'person.id', 'administrator.person_id')
    .innerJoin('account', 'account.person_id', 'person.id')
    .select('administrator.id')
    .where('administrator.until', 'is', null)
    .where('person.left_on', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

export interface OpenSession {
  id: string;
  address: string;
  agent: string;
  since: Date;
  seen: Date;
}

/** The sessions that are open for an account, the one used last first. */
export async function openSessions(db: Executor, account: string, now: Date): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('session')
    .select([
      'id',
      'ip_address as address',
      'user_agent as agent',
      'created_at as since',
      'updated_at as seen',
    ])
    .where('account_id', '=', account)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, address: row.address ?? '', agent: row.agent ?? '' }));
}

/** @returns how many were open */
export async function endSession(db: Executor, account: string, id: string): Promise<number> {
  if (!isId(id)) return 0;
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Ends every session of an account but one. @returns how many were open */
export async function endOtherSessions(db: Executor, account: string, kept: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('account_id', '=', account)
    .where('id', '<>', kept)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Links in mails, remembered devices and half-done sign-ins of an account: none of them works afterwards. */
export async function forgetVerifications(db: Executor, { id, email }: Account): Promise<void> {
  const link = JSON.stringify({ type: 'magic-link', email });
  await db.deleteFrom('verification').where('value', 'in', [id, link]).execute();
}

export interface Passkey {
  id: string;
  name: string;
  added: Date | null;
}

export async function passkeysOf(db: Executor, account: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at as added'])
    .where('account_id', '=', account)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({ ...row, name: row.name ?? 'A passkey' }));
}
