import { isIP } from 'node:net';
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
  /** The mail server, e.g. `smtps://user:password@mail.example.org`. `SMTP_URL`; without it mail stays in DATA_DIR. */
  smtpUrl?: string;
  /** Who mail is from. `MAIL_FROM`, default Cairn <cairn@HOST>, the host of BASE_URL. */
  mailFrom: string;
  /** What sessions and second factors are sealed with. `CAIRN_SECRET`; without it a file in DATA_DIR. */
  secret?: string;
  /** Addresses and networks of proxies whose X-Forwarded-For and X-Forwarded-Proto count. `TRUSTED_PROXY`. */
  trustedProxies: string[];
}

/** Fewest characters of a secret. */
export const SHORTEST_SECRET = 32;

/** Reads the settings; a value that cannot be meant is refused with its name. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = readPort(env.PORT);
  const baseUrl = readBaseUrl(env.BASE_URL) ?? `http://localhost:${port}`;
  return {
    port,
    host: env.HOST || '127.0.0.1',
    baseUrl,
    dataDir: resolve(env.DATA_DIR || 'data'),
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.DATABASE_OWNER_URL ? { databaseOwnerUrl: env.DATABASE_OWNER_URL } : {}),
    ...(env.SMTP_URL ? { smtpUrl: readSmtpUrl(env.SMTP_URL) } : {}),
    mailFrom: readMailFrom(env.MAIL_FROM) ?? `Cairn <cairn@${new URL(baseUrl).hostname}>`,
    ...(env.CAIRN_SECRET ? { secret: readSecretSetting(env.CAIRN_SECRET) } : {}),
    trustedProxies: readProxies(env.TRUSTED_PROXY),
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

/** The value may hold a password, so what is wrong is said without it. */
function readSmtpUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return value;
  throw new CairnError(
    'invalid',
    'SMTP_URL is not the address of a mail server: it must begin with smtp:// or smtps:// and name a host.',
    'Write it as smtps://user:password@mail.example.org, with special characters of the password escaped (@ as %40, / as %2F, # as %23).',
  );
}

function readMailFrom(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (
    /^([^<>\r\n]*<)?[^\s@<>,"]+@[^\s@<>,"]+>?$/.test(value) &&
    value.includes('<') === value.endsWith('>')
  ) {
    return value;
  }
  throw new CairnError(
    'invalid',
    `MAIL_FROM is "${value}", which is not one e-mail address.`,
    'Set MAIL_FROM to an address, e.g. cairn@example.org or Cairn <cairn@example.org>.',
  );
}

function readSecretSetting(value: string): string {
  if (value.length >= SHORTEST_SECRET) return value;
  throw new CairnError(
    'invalid',
    `CAIRN_SECRET has ${value.length} characters; it needs at least ${SHORTEST_SECRET}.`,
    'Make one with: openssl rand -base64 32. Or leave it out: Cairn then makes its own in DATA_DIR/secret.',
  );
}

function readProxies(value: string | undefined): string[] {
  const entries = (value ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  for (const entry of entries) {
    if (!isNetwork(entry)) {
      throw new CairnError(
        'invalid',
        `TRUSTED_PROXY names "${entry}", which is neither an address nor a network.`,
        'List the addresses of your proxies, e.g. TRUSTED_PROXY=10.0.0.5 or TRUSTED_PROXY=10.0.0.0/24,fd00::/8.',
      );
    }
  }
  return entries;
}

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}
