import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { CairnError } from '../../domain/errors.ts';
import type { OpenEngine } from '../embedded/open.ts';
import type { Schema } from '../schema.ts';
import { PARSERS } from '../values.ts';
import { explainConnection } from './connection-failures.ts';
import { checkUrl, describeUrl } from './url.ts';

/** The oldest PostgreSQL that the tests run on. */
const OLDEST = 15;

/** How long to wait for a server before saying that it does not answer, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Opens a database on a PostgreSQL server.
 *
 * @throws CairnError `unavailable` or `invalid` saying what was tried, without the password; `refused` for a server
 * older than PostgreSQL 15.
 */
export async function openServer(url: string): Promise<OpenEngine> {
  checkUrl(url);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'cairn',
    connectionTimeoutMillis: PATIENCE,
    types: { getTypeParser },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => console.error('An idle connection to the database was lost:', error.message));
  try {
    const version = await greet(pool);
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    return {
      db,
      description: `PostgreSQL ${version} at ${describeUrl(url)}`,
      // Autovacuum frees the room by itself; the planner's figures are wanted at once.
      afterImport: async () => void (await sql`analyze`.execute(db)),
      close: () => db.destroy(),
    };
  } catch (error) {
    await pool.end();
    throw error instanceof CairnError ? error : explainConnection(url, error);
  }
}

async function greet(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ number: string; version: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
  );
  const { number = '0', version = '' } = rows[0] ?? {};
  if (Number(number) >= OLDEST * 10_000) return version;
  throw new CairnError(
    'refused',
    `The server of DATABASE_URL is PostgreSQL ${version}. Cairn needs PostgreSQL ${OLDEST} or newer.`,
    `Upgrade the server, or let DATABASE_URL name one that is newer. Nothing was changed.`,
  );
}

/** Binary results are never asked for, so their parsers are left to the driver. */
function getTypeParser(type: number, format?: 'text' | 'binary'): ReturnType<typeof pg.types.getTypeParser> {
  const own = format === 'binary' ? undefined : PARSERS[type];
  return own ?? pg.types.getTypeParser(type, format as 'text');
}
