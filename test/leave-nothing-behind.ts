/** What test databases leave on the machine, gone at the end of a run: workers are ended without being asked. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ROLES } from '../src/db/roles.ts';

/** Names this run of the tests to all of its workers. */
export const RUN = process.env.CAIRN_TEST_RUN ?? randomBytes(4).toString('hex');

/** Where the embedded databases of a run lie. */
export function folderOf(run: string): string {
  return join(tmpdir(), `cairn-test-run-${run}`);
}

/** What the names of a run's databases begin with on a PostgreSQL server. */
export function databasesOf(run: string): string {
  return `cairn_test_${run}_`;
}

export default function setUp(): () => Promise<void> {
  process.env.CAIRN_TEST_RUN = RUN;
  mkdirSync(folderOf(RUN), { recursive: true });
  return async () => {
    rmSync(folderOf(RUN), { recursive: true, force: true });
    const server = process.env.CAIRN_TEST_DATABASE_URL;
    if (server === undefined) return;
    const left = await onServer(server, 'select datname from pg_database where starts_with(datname, $1)', [
      databasesOf(RUN),
    ]);
    for (const { datname } of left) await dropDatabase(server, datname);
  };
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  await onServer(server, `drop database if exists ${name} with (force)`);
  for (const role of ROLES) await onServer(server, `drop role if exists ${name}_${role}`);
}

/** Runs one statement as the superuser of the test server. */
export async function onServer(url: string, statement: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ datname: string }>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
