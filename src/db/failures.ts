import { CairnError } from '../domain/errors.ts';

/**
 * What a person can do about a failed query, where it is not Cairn's own mistake: no room, no rights, no database.
 * Both engines report the same SQLSTATE codes.
 *
 * @returns undefined for every other error, which is internal.
 */
export function explainFailure(error: unknown): CairnError | undefined {
  if (error instanceof CairnError) return undefined;
  // A library that asked the database, such as that of signing in, throws an error of its own.
  const { cause } = (error ?? {}) as { cause?: unknown };
  if (cause instanceof CairnError) return cause;
  return explain(error) ?? (cause === undefined ? undefined : explainFailure(cause));
}

function explain(error: unknown): CairnError | undefined {
  const options = { cause: error };
  if (isConnectionLost(error)) return lostConnection(options);
  switch (errorCode(error)) {
    case '53100':
    case 'ENOSPC':
    case 'EDQUOT':
      return new CairnError(
        'unavailable',
        'There is no room left on the disk of the database. Nothing of this was written.',
        'Free some room and do it again.',
        options,
      );
    case '25006':
      return new CairnError(
        'unavailable',
        'The database only reads: it is a standby, or was set to read-only.',
        'Let DATABASE_URL name the primary server.',
        options,
      );
    case '42501':
      if (/row-level security/.test((error as Error).message)) {
        return new CairnError('refused', 'You may not change this.', 'Nothing was changed.', options);
      }
      return new CairnError(
        'unavailable',
        `The database refused: ${(error as Error).message}.`,
        'Give the login of DATABASE_URL the right to create and use tables there: alter database ... owner to ...',
        options,
      );
    // Raised by `keep_demo_invented` of migrations/0003_people.sql.
    case 'CN001':
      return new CairnError(
        'refused',
        'This is a demo, and nobody real belongs in it.',
        'Use an address that ends in .example. Nothing was changed.',
        options,
      );
    default:
      return undefined;
  }
}

/** The error and what caused it, and what caused that. */
export function causesOf(error: unknown): unknown[] {
  const { cause } = (error ?? {}) as { cause?: unknown };
  return cause === undefined ? [error] : [error, ...causesOf(cause)];
}

const LOST = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', '57P01', '57P02', '57P03']);

/** Whether it is the driver's word for a server that is not there, or that hung up. */
export function isConnectionLost(error: unknown): boolean {
  return LOST.has(errorCode(error) ?? '') || isLostWithoutCode(error);
}

export function lostConnection(options: { cause: unknown }): CairnError {
  return new CairnError(
    'unavailable',
    'The connection to the database was lost. What had not been confirmed was not written.',
    'See that the database server is running and do it again.',
    options,
  );
}

/** The driver has no code for a server that hangs up in the middle, or that does not answer in time. */
function isLostWithoutCode(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  );
}

/** The SQLSTATE of a database error, or Node's code of a system error. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
