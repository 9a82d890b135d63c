/** Databases for tests: migrated, empty, on both engines. */
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { type Database, openDatabase } from '../src/db/connect.ts';
import { AsRole } from '../src/db/embedded/as-role.ts';
import { becomeRoles, over } from '../src/db/embedded/open.ts';
import { knownMigrations, migrate } from '../src/db/migrate.ts';
import { Outage } from '../src/db/outage.ts';
import { ensureRoles, ROLES, roleNames } from '../src/db/roles.ts';
import { PARSERS } from '../src/db/values.ts';
import { judgingMails } from './promises/judging-mails.ts';

/** A superuser's address of the server that the test runner started; see scripts/postgres-server.mjs. */
const SERVER = process.env.CAIRN_TEST_DATABASE_URL;

/**
 * Runs the tests of a file on each engine. Every test finds a migrated database with empty tables; `database()` gives
 * it inside a test or hook.
 *
 * ```ts
 * onEachEngine((database) => {
 *   test('an import is a draft', async () => { await importDocuments(database().db, ...); });
 * });
 * ```
 */
export function onEachEngine(tests: (database: () => Database) => void): void {
  describe('on the embedded database', () => withDatabase(openEmbeddedForTest, tests));
  if (SERVER === undefined)
    console.warn('SKIPPED on a PostgreSQL server: CAIRN_TEST_DATABASE_URL is not set');
  describe.skipIf(SERVER === undefined)('on a PostgreSQL server', () =>
    withDatabase(openServerForTest, tests),
  );
}

/** As `onEachEngine`, on the embedded database only: where the engine cannot matter. */
export function onEmbedded(tests: (database: () => Database) => void): void {
  withDatabase(openEmbeddedForTest, tests);
}

function withDatabase(open: () => Promise<Database>, tests: (database: () => Database) => void): void {
  let database: Database | undefined;
  beforeAll(async () => {
    database = await open();
  });
  afterEach(async () => {
    if (database === undefined) return;
    const mails = await database.owner
      .selectFrom('mail')
      .select(['kind', 'subject', 'body', 'calendar'])
      .execute();
    await empty(database);
    expect(judgingMails(mails)).toEqual([]);
  });
  afterAll(async () => {
    await database?.close();
  });
  tests(() => {
    if (database === undefined) throw new Error('the database is open only inside tests and hooks');
    return database;
  });
}

/** Removes every row. As a superuser, past the triggers that keep releases and events. */
async function empty({ owner }: Database): Promise<void> {
  // Not truncate: that makes new files for every table and index, ten times as slow for a few rows.
  await sql`
    do $$
    declare
      name text;
    begin
      perform set_config('session_replication_role', 'replica', true);
      for name in
        select tablename from pg_tables where schemaname = current_schema() and tablename <> 'migration'
      loop
        execute format('delete from %I', name);
      end loop;
    end
    $$
  `.execute(owner);
}

/**
 * PGlite as it comes, on a copy of a migrated folder: an initdb takes seconds. Not durable, so that tests are quick;
 * what `openDatabase` adds has tests of its own.
 */
async function openEmbeddedForTest(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'));
  cpSync(await template(), folder, { recursive: true });
  const pglite = await PGlite.create(folder, { parsers: PARSERS });
  const owner = over(new AsRole(pglite, undefined));
  const { app, auth, job } = await becomeRoles(pglite, over(pglite), await roleNames(owner));
  return {
    db: app,
    auth,
    job,
    owner,
    engine: 'embedded',
    oneLogin: true,
    outage: new Outage(),
    describe: () => 'embedded PostgreSQL for tests',
    afterImport: async () => {},
    close: async () => {
      await pglite.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * A data folder for `openDatabase` with a migrated, empty database in it, so that opening it takes no initdb. Remove it
 * after the test.
 */
export async function embeddedDataDir(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cairn-test-'));
  cpSync(await template(), join(dataDir, 'postgres'), { recursive: true });
  return dataDir;
}

/** A migrated data folder, made once for all workers and runs until a migration changes. */
async function template(): Promise<string> {
  const migrations = knownMigrations();
  const version = migrations.map(({ checksum }) => checksum.slice(0, 8)).join('-');
  const place = join(
    tmpdir(),
    `cairn-test-template-${process.getuid?.() ?? 'user'}-pglite-0.5.16-${version}`,
  );
  if (existsSync(place)) return place;
  const building = `${place}.${randomBytes(4).toString('hex')}`;
  mkdirSync(building);
  const pglite = await PGlite.create(building, { parsers: PARSERS });
  await ensureRoles(over(pglite), true);
  await migrate(over(pglite), migrations);
  await pglite.close();
  try {
    renameSync(building, place);
  } catch {
    // Another worker was quicker; theirs is as good.
    rmSync(building, { recursive: true });
  }
  return place;
}

/** A fresh database on the test server, dropped when closed. */
async function openServerForTest(): Promise<Database> {
  const { url, drop } = await createServerDatabase();
  const database = await openDatabase({ url });
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** Creates an empty database, not migrated, on the server that the test runner started. */
export async function createServerDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  if (SERVER === undefined) throw new Error('CAIRN_TEST_DATABASE_URL is not set');
  const name = `cairn_test_${randomBytes(6).toString('hex')}`;
  await onServer(SERVER, `create database ${name} template template0`);
  const url = new URL(SERVER);
  url.pathname = name;
  const drop = async () => {
    await onServer(SERVER, `drop database if exists ${name} with (force)`);
    for (const role of ROLES) await onServer(SERVER, `drop role if exists ${name}_${role}`);
  };
  return { url: url.href, drop };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
