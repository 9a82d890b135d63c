import type { Kysely } from 'kysely';
import { CairnError } from '../domain/errors.ts';
import { type OpenEngine, openEmbedded } from './embedded/open.ts';
import { explainFailure } from './failures.ts';
import { appliedMigrations, knownMigrations, migrate, ownsTables } from './migrate.ts';
import type { Outage } from './outage.ts';
import { ensureRoles, hasRoles, roleNames } from './roles.ts';
import type { Schema } from './schema.ts';
import { openServer } from './server/open.ts';

/** The one database of a process, as the roles that use it. */
export interface Database {
  /** What requests run as. Sees nothing about people unless `asViewer` says who looks. */
  db: Kysely<Schema>;
  /** Sign-in and links in mails: its own tables and named functions. */
  auth: Kysely<Schema>;
  /** Background work, such as sending mail. */
  job: Kysely<Schema>;
  /** Whoever owns the tables: migrations, backup and restore, and nothing that answers a request. */
  owner: Kysely<Schema>;
  engine: 'embedded' | 'server';
  /** Whether requests and tables share one login, so that the barrier between them is a role and not a password. */
  oneLogin: boolean;
  /** Whether it can be asked, and that it is said once where it can't. */
  outage: Outage;
  /** What is open and where, for a log line. Never holds a password. */
  describe(): string;
  /** Call after a bulk of new rows: frees room and renews the planner's figures. */
  afterImport(): Promise<void>;
  /** Ends what is under way, then closes. The data folder is free for another process afterwards. */
  close(): Promise<void>;
}

/** Where a database is: a folder for the embedded one, or a server's address. */
export type DatabasePlace =
  | { dataDir: string }
  | {
      url: string;
      /** The login that owns the tables, where `url` names one that owns nothing. */
      ownerUrl?: string;
    };

/** Where the settings say that the database is. */
export function placeOf(settings: {
  databaseUrl?: string;
  databaseOwnerUrl?: string;
  dataDir: string;
}): DatabasePlace {
  const { databaseUrl, databaseOwnerUrl, dataDir } = settings;
  if (databaseUrl === undefined) return { dataDir };
  return { url: databaseUrl, ...(databaseOwnerUrl === undefined ? {} : { ownerUrl: databaseOwnerUrl }) };
}

/**
 * Opens the database and brings its tables to this version of Cairn.
 *
 * @param options.migrate false leaves the tables as they are: for `restore`, which wants an empty database. Only
 * `owner` works then.
 * @throws CairnError that says what was tried and what to do: wrong address, old server, folder in use or not
 * writable, data of another PostgreSQL or of a newer Cairn.
 */
export async function openDatabase(
  place: DatabasePlace,
  options: { migrate?: boolean } = {},
): Promise<Database> {
  const engine =
    'url' in place ? await openServer(place.url, place.ownerUrl) : await openEmbedded(place.dataDir);
  try {
    const migrated = options.migrate !== false;
    if (migrated) await prepare(engine, place);
    else await ensureRoles(engine.owner, 'dataDir' in place);
    return await entered(engine, place, migrated);
  } catch (error) {
    await engine.close();
    throw explainFailure(error) ?? error;
  }
}

/** Roles first: migrations grant to them. A login that owns nothing can only look whether all of it was done. */
async function prepare({ owner }: OpenEngine, place: DatabasePlace): Promise<void> {
  const embedded = 'dataDir' in place;
  if (!embedded && !(await ownsTables(owner))) return refuseUnprepared(owner);
  await ensureRoles(owner, embedded);
  await migrate(owner);
}

async function refuseUnprepared(login: Kysely<Schema>): Promise<void> {
  const applied = new Set((await appliedMigrations(login)).map(({ name }) => name));
  const missing = knownMigrations().filter(({ name }) => !applied.has(name));
  if ((await hasRoles(login)) && missing.length === 0) return;
  throw new CairnError(
    'refused',
    'The login of DATABASE_URL owns no tables, and they are not at this version of Cairn.',
    'Run with the login that owns them: DATABASE_OWNER_URL=postgres://… bin/cairn db setup',
  );
}

async function entered(engine: OpenEngine, place: DatabasePlace, migrated: boolean): Promise<Database> {
  const { owner, description, afterImport, outage, close } = engine;
  const { app, auth, job } = migrated
    ? await engine.become(await roleNames(owner))
    : { app: owner, auth: owner, job: owner };
  const embedded = 'dataDir' in place;
  return {
    db: app,
    auth,
    job,
    owner,
    engine: embedded ? 'embedded' : 'server',
    oneLogin: embedded || (await ownsTables(app)),
    outage,
    describe: () => description,
    afterImport,
    close,
  };
}
