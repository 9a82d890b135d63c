/** Addresses of database servers, and how to speak of one without its password. */
import pg from 'pg';
import { CairnError } from '../../domain/errors.ts';

/**
 * Checks an address such as `postgres://user:password@host:5432/database?sslmode=require`.
 *
 * @param setting the environment variable that holds it
 * @throws CairnError `invalid` where it is none.
 */
export function checkUrl(url: string, setting: string): void {
  if (!/^postgres(ql)?:\/\//i.test(url))
    throw notAnAddress(url, setting, 'it does not begin with postgres://');
  try {
    takenApart(url);
  } catch (error) {
    throw notAnAddress(
      url,
      setting,
      error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read',
    );
  }
}

/** Where an address leads: user, host, port and database. */
export function describeUrl(url: string): string {
  const { user, host, port, database } = takenApart(url);
  const place = host.startsWith('/') ? host : `${host}:${port}`;
  return `${place}, database ${database ?? user}, user ${user}`;
}

/** As the driver reads it, with its defaults; connects to nothing. */
function takenApart(url: string): pg.Client {
  return new pg.Client({ connectionString: url });
}

/** The address with every password in it replaced, also where it is not a proper address. */
export function hidePassword(url: string): string {
  return (
    url
      // To the last @: a password that was not escaped may hold one itself.
      .replace(/^([a-z]+:\/\/[^:/?#@]*|(?![a-z]+:\/\/)[^:/?#@]*):.*@/is, '$1:***@')
      .replace(/([?&][^=&]*password[^=&]*=)[^&]*/gi, '$1***')
  );
}

function notAnAddress(url: string, setting: string, reason: string): CairnError {
  return new CairnError(
    'invalid',
    `${setting} is ${hidePassword(url)}, which is not the address of a PostgreSQL database: ${reason}.`,
    'Write it as postgres://user:password@host:5432/database, with special characters of the password escaped (@ as %40, / as %2F, # as %23).',
  );
}
