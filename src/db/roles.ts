/**
 * The roles behind Cairn's queries. Whoever owns the tables migrates and backs up; requests, sign-in and background work
 * run as roles that own nothing, so that row-level security holds for every one of their queries.
 */
import { type RawBuilder, sql } from 'kysely';
import { CairnError } from '../domain/errors.ts';
import { errorCode } from './failures.ts';
import type { Executor } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** `app`: requests. `auth`: sign-in and links in mails. `job`: background work. */
export const ROLES = ['app', 'auth', 'job'] as const;
export type Role = (typeof ROLES)[number];

/** Longest name of a role, in bytes, less the longest ending. */
const LONGEST_DATABASE_NAME = 63 - '_auth'.length;

/** Keeps two processes that start at once on one server from creating the roles together. */
const ROLES_LOCK = 7_236_150;

/**
 * Creates the roles that are missing and lets this login become them. A role carries the name of its database, because
 * the roles of a server are shared by all of its databases; a database that is renamed keeps them. On the embedded
 * database, where one session does everything, `app` also does the upkeep.
 *
 * @throws CairnError `refused` where this login may not create roles and they are missing.
 */
export async function ensureRoles(owner: Executor, embedded: boolean): Promise<void> {
  try {
    await inTransaction(owner, async (transaction) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(ROLES_LOCK)})`.execute(transaction);
      await nameRoles(transaction);
      const names = await roleNames(transaction);
      for (const role of ROLES) await createRole(transaction, names[role], role);
      for (const role of ROLES) await letLoginBecome(transaction, names[role]);
      if (embedded) {
        await sql`grant pg_maintain, pg_checkpoint to ${sql.id(names.app)}`.execute(transaction);
      }
    });
  } catch (error) {
    if (errorCode((error as Error).cause) === '42501' || errorCode(error) === '42501')
      throw mayNotCreate(error);
    throw error;
  }
}

/** The names of this database's roles. */
export async function roleNames(db: Executor): Promise<Record<Role, string>> {
  const { rows } = await sql<Record<Role, string>>`
    select role_named('app') as app, role_named('auth') as auth, role_named('job') as job
  `.execute(db);
  const [names] = rows;
  if (names === undefined) throw new Error('the database names no roles');
  return names;
}

/** Whether `ensureRoles` has ever run on this database. */
export async function hasRoles(db: Executor): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regprocedure(quote_ident(current_schema()) || '.role_named(text)') is not null as there
  `.execute(db);
  return rows[0]?.there === true;
}

/** Fixes the names for good, in a function that policies and transactions ask. */
async function nameRoles(owner: Executor): Promise<void> {
  if (await hasRoles(owner)) return;
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(owner);
  const name = rows[0]?.name ?? '';
  if (Buffer.byteLength(name) > LONGEST_DATABASE_NAME) {
    throw new CairnError(
      'refused',
      `The name of the database, "${name}", is too long: Cairn's roles carry it.`,
      `Give the database a name of at most ${LONGEST_DATABASE_NAME} bytes: alter database ... rename to ...`,
    );
  }
  await sql`
    create function role_named(kind text) returns text
      language sql immutable parallel safe
      return ${sql.lit(`${name}_`)} || kind
  `.execute(owner);
}

async function createRole(owner: Executor, name: string, role: Role): Promise<void> {
  const { rows } = await sql`select from pg_roles where rolname = ${name}`.execute(owner);
  if (rows.length > 0) return;
  await sql`create role ${sql.id(name)} nologin`.execute(owner);
  await sql`comment on role ${sql.id(name)} is ${sql.lit(`Cairn: ${PURPOSES[role]}`)}`.execute(owner);
}

const PURPOSES: Record<Role, string> = {
  app: 'what requests run as; row-level security holds for it',
  auth: 'sign-in and links in mails',
  job: 'background work, such as sending mail',
};

/** Membership that gives nothing until the login asks for it with `set role`. A superuser needs none. */
async function letLoginBecome(owner: Executor, role: string): Promise<void> {
  if (await isSuperuser(owner)) return;
  await grantTo(owner, role, sql`current_user`);
}

/** Lets another login become the role. */
export async function grantRole(owner: Executor, role: string, login: string): Promise<void> {
  await grantTo(owner, role, sql.id(login));
}

async function grantTo(owner: Executor, role: string, login: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ number: number }>`
    select current_setting('server_version_num')::int as number
  `.execute(owner);
  // Before PostgreSQL 16 whether a membership is inherited belongs to the login, not to the grant.
  const how = (rows[0]?.number ?? 0) >= 160_000 ? sql` with inherit false, set true` : sql``;
  await sql`grant ${sql.id(role)} to ${login}${how}`.execute(owner);
}

async function isSuperuser(db: Executor): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select rolsuper as yes from pg_roles where rolname = current_user
  `.execute(db);
  return rows[0]?.yes === true;
}

function mayNotCreate(cause: unknown): CairnError {
  return new CairnError(
    'refused',
    'The login of DATABASE_URL may not create the roles that Cairn’s requests run as.',
    'Run once, with a login that may create roles: DATABASE_OWNER_URL=postgres://… bin/cairn db setup. It prints the DATABASE_URL to use.',
    { cause },
  );
}
