import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { CairnError } from '../../domain/errors.ts';
import type { OpenEngine } from '../embedded/open.ts';
import { Outage } from '../outage.ts';
import { ROLES, type Role } from '../roles.ts';
import type { Schema } from '../schema.ts';
import { PARSERS } from '../values.ts';
import { explainConnection } from './connection-failures.ts';
import { checkUrl, describeUrl } from './url.ts';

/** The oldest PostgreSQL that the tests run on. */
const OLDEST = 15;

/** How long to wait for a server before saying that it does not answer, in milliseconds. */
const PATIENCE = 10_000;

/** Connections that each role may hold. */
const CONNECTIONS: Record<Role | 'owner', number> = { app: 10, auth: 4, job: 2, owner: 2 };

/**
 * Opens a database on a PostgreSQL server.
 *
 * @param ownerUrl login that owns the tables, where `url` names one that owns nothing
 * @throws CairnError `unavailable` or `invalid` saying what was tried, without the password; `refused` for a server
 * older than PostgreSQL 15.
 */
export async function openServer(url: string, ownerUrl: string = url): Promise<OpenEngine> {
  checkUrl(url, 'DATABASE_URL');
  checkUrl(ownerUrl, 'DATABASE_OWNER_URL');
  const outage = new Outage();
  const owner = openPool(ownerUrl, CONNECTIONS.owner, outage);
  const pools = [owner];
  const close = async () => {
    for (const pool of pools.splice(0)) await pool.end();
  };
  try {
    const version = await greet(owner);
    return {
      owner: over(owner),
      description: `PostgreSQL ${version} at ${describeUrl(url)}`,
      become: async (names) => {
        const handles = ROLES.map((role) => {
          const pool = openPool(url, CONNECTIONS[role], outage);
          pools.push(pool);
          return [role, over(pool, names[role])] as const;
        });
        return Object.fromEntries(handles) as Record<Role, Kysely<Schema>>;
      },
      // Autovacuum frees the room by itself; the planner's figures are wanted at once.
      afterImport: async () => void (await sql`analyze`.execute(over(owner))),
      outage,
      close,
    };
  } catch (error) {
    await close();
    throw error instanceof CairnError ? error : explainConnection(ownerUrl, error);
  }
}

function openPool(url: string, max: number, outage: Outage): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'cairn',
    connectionTimeoutMillis: PATIENCE,
    max,
    types: { getTypeParser },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => {
    if (!outage.accountsFor(error))
      console.error('An idle connection to the database was lost:', error.message);
  });
  // One in use that breaks tells whoever asked. The pool does not listen to it meanwhile, so that would end the process too.
  pool.on('connect', (connection) => void connection.on('error', () => {}));
  return pool;
}

/** @param role what each connection becomes before its first query */
function over(pool: pg.Pool, role?: string): Kysely<Schema> {
  // Compiling a plan takes half a second, and pays for itself in statements that take longer than any of a page.
  const become =
    role === undefined
      ? undefined
      : CompiledQuery.raw(`set role ${pg.escapeIdentifier(role)}; set jit = off`);
  return new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool,
      ...(become === undefined
        ? {}
        : { onCreateConnection: async (connection) => void (await connection.executeQuery(become)) }),
    }),
  });
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
