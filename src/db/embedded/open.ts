import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type PGlite as DialectPGlite, Kysely, PGliteDialect, sql } from 'kysely';
import { CairnError } from '../../domain/errors.ts';
import { Outage } from '../outage.ts';
import type { Role } from '../roles.ts';
import type { Schema } from '../schema.ts';
import { PARSERS } from '../values.ts';
import { AsRole } from './as-role.ts';
import { createDatabaseOnce, postgresFolder, prepareDataFolder, refuseOtherPostgres } from './data-folder.ts';
import { DURABLE_START, DurableFS } from './durable-fs.ts';
import { lockFolder } from './folder-lock.ts';
import { GuardedPGlite } from './guarded-pglite.ts';
import { Upkeep, vacuum } from './upkeep.ts';

/** What both engines hand to `openDatabase`. */
export interface OpenEngine {
  /** With the rights of whoever owns the tables. */
  owner: Kysely<Schema>;
  /** What is open and where, without any password. */
  description: string;
  /** Opens the handles of the roles; from then on only `owner` has the owner's rights. */
  become(names: Record<Role, string>): Promise<Record<Role, Kysely<Schema>>>;
  /** Renews statistics after a bulk of new rows. */
  afterImport(): Promise<void>;
  outage: Outage;
  close(): Promise<void>;
}

/**
 * Opens the embedded database in `dataDir`, creating it at the first start. Durable: what is confirmed survives a
 * power cut. One process at a time.
 *
 * @throws CairnError where the folder is in use, cannot be written, or was written by another PostgreSQL.
 */
export async function openEmbedded(dataDir: string): Promise<OpenEngine> {
  const home = resolve(dataDir);
  refuseOtherPostgres(home);
  prepareDataFolder(home);
  const lock = lockFolder(join(home, 'cairn.lock'), home);
  try {
    await createDatabaseOnce(home);
    return await start(home, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function start(home: string, released: () => void): Promise<OpenEngine> {
  const storage = new DurableFS(postgresFolder(home));
  const pglite = await PGlite.create({ fs: storage, startParams: DURABLE_START, parsers: PARSERS });
  const outage = new Outage();
  const guarded = new GuardedPGlite(pglite, storage, outage);
  try {
    await proveDurable(guarded, storage);
  } catch (error) {
    await guarded.close();
    throw error;
  }
  const db = over(guarded);
  const upkeep = new Upkeep(db, storage, (error) => {
    if (!outage.accountsFor(error)) console.error('Upkeep of the database failed:', error);
  });
  return {
    owner: over(new AsRole(guarded, undefined)),
    description: `embedded PostgreSQL ${await serverVersion(db)} in ${home}`,
    become: (names) => becomeRoles(guarded, db, names),
    afterImport: () => vacuum(db),
    outage,
    close: async () => {
      await upkeep.stop();
      if (!guarded.closed) await guarded.close();
      released();
    },
  };
}

/** The one session is that of requests; every other role is taken for the length of a transaction. */
export async function becomeRoles(
  pglite: DialectPGlite,
  session: Kysely<Schema>,
  names: Record<Role, string>,
): Promise<Record<Role, Kysely<Schema>>> {
  await sql`set role ${sql.id(names.app)}`.execute(session);
  return {
    app: session,
    auth: over(new AsRole(pglite, names.auth)),
    job: over(new AsRole(pglite, names.job)),
  };
}

export function over(pglite: DialectPGlite): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
}

/** One commit must reach the disk. Where it does not, PGlite's internals have moved and confirmed rows would be lost. */
async function proveDurable(pglite: GuardedPGlite, storage: DurableFS): Promise<void> {
  const before = storage.logSyncs;
  await pglite.query(`select pg_logical_emit_message(true, 'cairn', 'self-test')`);
  if (storage.logSyncs > before) return;
  throw new CairnError(
    'unavailable',
    'The embedded database is not durable here: a commit did not reach the disk. Cairn does not run on it, because a power cut would lose data.',
    'Install exactly the packages of package-lock.json (npm ci), or set DATABASE_URL to a PostgreSQL server.',
  );
}

async function serverVersion(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db);
  return rows[0]?.server_version ?? '';
}
