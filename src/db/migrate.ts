/** Brings a database's tables to this version: numbered SQL files, forward only. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { CairnError } from '../domain/errors.ts';
import { projectRoot } from '../project-root.ts';
import { version } from '../version.ts';
import { type Role, roleNames } from './roles.ts';
import type { Executor } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** A numbered file of `migrations/`. */
export interface Migration {
  /** File name without `.sql`, e.g. `0001_framework`. */
  name: string;
  text: string;
  checksum: string;
}

/** Keeps two processes that start at once on one server from migrating together. Any number that is always the same. */
const MIGRATION_LOCK = 7_236_149;

/** The migrations that this version of Cairn knows, in order. */
export function knownMigrations(folder: string = join(projectRoot, 'migrations')): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return { name: file.slice(0, -4), text, checksum: createHash('sha256').update(text).digest('hex') };
    });
}

/**
 * Applies the migrations that the database does not have, each in a transaction of its own.
 *
 * @returns the names of those applied.
 * @throws CairnError `refused` where the database is from a newer Cairn, or from a changed one; nothing is applied then.
 */
export async function migrate(
  db: Executor,
  known: readonly Migration[] = knownMigrations(),
): Promise<string[]> {
  const applied: string[] = [];
  await inTransaction(db, createLedger);
  refuseForeign(await appliedMigrations(db), known);
  for (const migration of known) {
    if (await inTransaction(db, (transaction) => apply(transaction, migration))) applied.push(migration.name);
  }
  return applied;
}

/** Whether this login may change the tables: it owns them, or there are none yet. */
export async function ownsTables(db: Executor): Promise<boolean> {
  const { rows } = await sql<{ owns: boolean }>`
    select pg_has_role(session_user, tableowner, 'MEMBER') as owns
    from pg_tables
    where schemaname = current_schema() and tablename = 'migration'
  `.execute(db);
  return rows[0]?.owns ?? true;
}

/** What was applied to the database, in order; empty for a database that Cairn has never used. */
export async function appliedMigrations(
  db: Executor,
): Promise<{ name: string; checksum: string; cairn_version: string }[]> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass(quote_ident(current_schema()) || '.migration') is not null as there
  `.execute(db);
  if (rows[0]?.there !== true) return [];
  return db.selectFrom('migration').select(['name', 'checksum', 'cairn_version']).orderBy('name').execute();
}

async function createLedger(db: Executor): Promise<void> {
  await lockOutOthers(db);
  await sql`
    create table if not exists migration (
      name text not null,
      checksum text not null,
      applied_at timestamptz not null,
      cairn_version text not null,
      primary key (name)
    )
  `.execute(db);
}

function refuseForeign(
  applied: readonly { name: string; checksum: string; cairn_version: string }[],
  known: readonly Migration[],
): void {
  const ours = new Map(known.map(({ name, checksum }) => [name, checksum]));
  const newer = applied.filter(({ name }) => !ours.has(name)).at(-1);
  if (newer !== undefined) {
    throw new CairnError(
      'refused',
      `This database is from Cairn ${newer.cairn_version}, which brought it to ${newer.name}. This is Cairn ${version}, which knows the database up to ${known.at(-1)?.name ?? 'nothing'}.`,
      `Run Cairn ${newer.cairn_version} or newer on it, or restore a backup that this version made into an empty database.`,
    );
  }
  const changed = applied.find(({ name, checksum }) => ours.get(name) !== checksum);
  if (changed !== undefined) {
    throw new CairnError(
      'refused',
      `The database was built by another text of migrations/${changed.name}.sql (Cairn ${changed.cairn_version}) than the one here (Cairn ${version}).`,
      'Restore the file as it was released: a migration is never edited, a new one follows it.',
    );
  }
}

async function apply(db: Executor, migration: Migration): Promise<boolean> {
  await lockOutOthers(db);
  const done = await db
    .selectFrom('migration')
    .select('name')
    .where('name', '=', migration.name)
    .executeTakeFirst();
  if (done !== undefined) return false;
  // PGlite takes one statement a query; `execute` inside a block takes a whole file on both engines.
  const text = withRoleNames(migration.text, await roleNames(db));
  await sql
    .raw(`do $cairn_block$ begin execute $cairn_file$${text}$cairn_file$; end $cairn_block$`)
    .execute(db);
  await db
    .insertInto('migration')
    .values({
      name: migration.name,
      checksum: migration.checksum,
      applied_at: new Date(),
      cairn_version: version,
    })
    .execute();
  return true;
}

/** Migrations say `role_app`, `role_auth` and `role_job`; what these are called carries the database's name. */
function withRoleNames(text: string, names: Record<Role, string>): string {
  return text.replace(
    /\brole_(app|auth|job)\b/g,
    (_, role: Role) => `"${names[role].replaceAll('"', '""')}"`,
  );
}

async function lockOutOthers(db: Executor): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db);
}
