import { resolve } from 'node:path';
import { CairnError } from './domain/errors.ts';

/** Everything that an operator can set, read once from the environment. */
export interface Config {
  /** TCP port of the pages. `PORT`, default 8080; 0 picks a free one. */
  port: number;
  /** Address to listen on. `HOST`, default 127.0.0.1: this machine only. */
  host: string;
  /** Public address without a trailing slash. `BASE_URL`, default http://localhost:PORT. */
  baseUrl: string;
  /** Folder of the embedded database. `DATA_DIR`, default ./data. */
  dataDir: string;
  /** A PostgreSQL server instead of the embedded database. `DATABASE_URL`. */
  databaseUrl?: string;
  /** The login that owns the tables on that server, where DATABASE_URL names one that owns nothing.
   * `DATABASE_OWNER_URL`. */
  databaseOwnerUrl?: string;
}

/** Reads the settings; a value that cannot be meant is refused with its name. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = readPort(env.PORT);
  return {
    port,
    host: env.HOST || '127.0.0.1',
    baseUrl: readBaseUrl(env.BASE_URL) ?? `http://localhost:${port}`,
    dataDir: resolve(env.DATA_DIR || 'data'),
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.DATABASE_OWNER_URL ? { databaseOwnerUrl: env.DATABASE_OWNER_URL } : {}),
  };
}

function readPort(value: string | undefined): number {
  if (value === undefined || value === '') return 8080;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CairnError(
    'invalid',
    `PORT is "${value}", which is not a port number.`,
    'Set PORT to a whole number from 0 to 65535.',
  );
}

function readBaseUrl(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return value.replace(/\/+$/, '');
  throw new CairnError(
    'invalid',
    `BASE_URL is "${value}", which is not a web address.`,
    'Set BASE_URL to the public address, e.g. https://cairn.example.org.',
  );
}
