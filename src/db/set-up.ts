/** Sets a database on a server up so that Cairn runs with a login that owns nothing. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase } from './connect.ts';
import { grantRole, ROLES, roleNames } from './roles.ts';
import type { Executor } from './schema.ts';
import { inTransaction } from './transaction.ts';

export interface SetUp {
  /** The address for `DATABASE_URL`: a login that owns nothing. */
  url: string;
  login: string;
  /** Whether the login is new or got a new password; an older one's password is not known. */
  newPassword: boolean;
}

/**
 * Creates the roles, brings the tables to this version, and makes a login for the server. Done again it changes nothing
 * but what is missing.
 *
 * @param ownerUrl login that owns the database and may create roles
 * @param options.newPassword gives a login that is there a new password
 * @throws CairnError as `openDatabase` does
 */
export async function setUpDatabase(
  ownerUrl: string,
  options: { newPassword?: boolean } = {},
): Promise<SetUp> {
  const { owner, close } = await openDatabase({ url: ownerUrl });
  try {
    const { app } = await roleNames(owner);
    const login = app.replace(/_app$/, '_login');
    const password = randomBytes(24).toString('base64url');
    const newPassword = await inTransaction(owner, async (transaction) => {
      const isNew = await createLogin(transaction, login);
      const given = isNew || options.newPassword === true;
      if (given) await sql`alter role ${sql.id(login)} password ${sql.lit(password)}`.execute(transaction);
      await letLoginIn(transaction, login);
      return given;
    });
    return { url: addressOf(ownerUrl, login, newPassword ? password : undefined), login, newPassword };
  } finally {
    await close();
  }
}

/** @returns whether it was missing */
async function createLogin(owner: Executor, login: string): Promise<boolean> {
  const { rows } = await sql`select from pg_roles where rolname = ${login}`.execute(owner);
  if (rows.length > 0) return false;
  await sql`create role ${sql.id(login)} login noinherit`.execute(owner);
  return true;
}

async function letLoginIn(owner: Executor, login: string): Promise<void> {
  const names = await roleNames(owner);
  for (const role of ROLES) await grantRole(owner, names[role], login);
  const { rows } = await sql<{ database: string; schema: string }>`
    select current_database() as database, current_schema() as schema
  `.execute(owner);
  const { database = '', schema = '' } = rows[0] ?? {};
  await sql`grant connect on database ${sql.id(database)} to ${sql.id(login)}`.execute(owner);
  const everybody = [...Object.values(names), login].map((name) => sql.id(name));
  await sql`grant usage on schema ${sql.id(schema)} to ${sql.join(everybody)}`.execute(owner);
  await sql`grant select on migration to ${sql.id(login)}`.execute(owner);
}

function addressOf(ownerUrl: string, login: string, password: string | undefined): string {
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = password ?? '';
  return url.href;
}
