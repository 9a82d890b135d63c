import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { CairnError } from '../../domain/errors.ts';
import type { Schema } from '../schema.ts';
import { PARSERS } from '../values.ts';
import { createDatabaseOnce, postgresFolder, prepareDataFolder, refuseOtherPostgres } from './data-folder.ts';
import { DURABLE_START, DurableFS } from './durable-fs.ts';
import { lockFolder } from './folder-lock.ts';
import { GuardedPGlite } from './guarded-pglite.ts';
import { Upkeep, vacuum } from './upkeep.ts';

/** What both engines hand to `openDatabase`. */
export interface OpenEngine {
  db: Kysely<Schema>;
  /** What is open and where, without any password. */
  description: string;
  /** Renews statistics after a bulk of new rows. */
  afterImport(): Promise<void>;
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
  const guarded = new GuardedPGlite(pglite, storage);
  try {
    await proveDurable(guarded, storage);
  } catch (error) {
    await guarded.close();
    throw error;
  }
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: guarded }) });
  const upkeep = new Upkeep(db, storage, (error) => console.error('Upkeep of the database failed:', error));
  return {
    db,
    description: `embedded PostgreSQL ${await serverVersion(db)} in ${home}`,
    afterImport: () => vacuum(db),
    close: async () => {
      await upkeep.stop();
      if (!guarded.closed) await guarded.close();
      released();
    },
  };
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
