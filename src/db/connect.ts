import type { Kysely } from 'kysely';
import { openEmbedded } from './embedded/open.ts';
import { explainFailure } from './failures.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { openServer } from './server/open.ts';

/** The one database of a process. */
export interface Database {
  db: Kysely<Schema>;
  engine: 'embedded' | 'server';
  /** What is open and where, for a log line. Never holds a password. */
  describe(): string;
  /** Call after a bulk of new rows: frees room and renews the planner's figures. */
  afterImport(): Promise<void>;
  /** Ends what is under way, then closes. The data folder is free for another process afterwards. */
  close(): Promise<void>;
}

/** Where a database is: a folder for the embedded one, or a server's address. */
export type DatabasePlace = { dataDir: string } | { url: string };

/**
 * Opens the database and brings its tables to this version of Cairn.
 *
 * @param options.migrate false leaves the tables as they are: for `restore`, which wants an empty database.
 * @throws CairnError that says what was tried and what to do: wrong address, old server, folder in use or not
 * writable, data of another PostgreSQL or of a newer Cairn.
 */
export async function openDatabase(
  place: DatabasePlace,
  options: { migrate?: boolean } = {},
): Promise<Database> {
  const engine = 'url' in place ? await openServer(place.url) : await openEmbedded(place.dataDir);
  const { db, description, afterImport, close } = engine;
  try {
    if (options.migrate !== false) await migrate(db);
  } catch (error) {
    await close();
    throw explainFailure(error) ?? error;
  }
  return {
    db,
    engine: 'url' in place ? 'server' : 'embedded',
    describe: () => description,
    afterImport,
    close,
  };
}
