/** Databases for benchmarks: made for one run, gone at its end. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Server, startPostgres } from '../../scripts/postgres-server.mjs';
import type { DatabasePlace } from '../../src/db/connect.ts';
import { ROLES } from '../../src/db/roles.ts';

export interface MadePlace<P extends DatabasePlace = DatabasePlace> {
  place: P;
  /** Ends the server behind it at once, and starts it again; only where it was started for this. */
  server?: Pick<Server, 'down' | 'up'>;
  /** Call once whoever opened it has closed it. */
  remove(): Promise<void>;
}

/** A data folder for the embedded database. */
export async function embeddedPlace(): Promise<MadePlace<{ dataDir: string }>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  return { place: { dataDir }, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

/**
 * An empty database on the PostgreSQL server of CAIRN_BENCH_DATABASE_URL, a superuser's address; without it on a
 * throw-away server that this starts.
 */
export async function serverPlace(): Promise<MadePlace<{ url: string }>> {
  const server = await findServer();
  const name = `cairn_bench_${randomBytes(6).toString('hex')}`;
  await onServer(server.url, [`create database ${name} template template0`]);
  const url = new URL(server.url);
  url.pathname = name;
  return {
    place: { url: url.href },
    ...('down' in server && { server }),
    remove: async () => {
      const roles = ROLES.map((role) => `drop role if exists ${name}_${role}`);
      await onServer(server.url, [`drop database if exists ${name} with (force)`, ...roles]);
      await server.stop();
    },
  };
}

async function findServer(): Promise<Server | Pick<Server, 'url' | 'stop'>> {
  const given = process.env.CAIRN_BENCH_DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} };
  const started = await startPostgres();
  if ('skipped' in started) throw new Error(`${started.skipped} Or set CAIRN_BENCH_DATABASE_URL.`);
  return started;
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
