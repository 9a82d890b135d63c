import { CairnError, type ErrorCode } from '../domain/errors.ts';

/** What a command exits with: 1 says that what was asked cannot be done as it stands, 2 that it could not be tried. */
const EXIT_CODES: Record<ErrorCode, number> = {
  'not found': 2,
  invalid: 2,
  'too large': 2,
  refused: 1,
  unreadable: 2,
  unavailable: 2,
};

/**
 * Tells a person on standard error what went wrong and what to do; an internal error with its trace, since whoever
 * runs a command is the operator.
 *
 * @returns the exit code.
 */
export function reportFailure(error: unknown): number {
  if (error instanceof CairnError) {
    console.error(`cairn: ${error.message}${error.remedy === undefined ? '' : `\n${error.remedy}`}`);
    return EXIT_CODES[error.code];
  }
  console.error('cairn: something went wrong inside Cairn. Please report it with what follows.');
  console.error(error);
  return 70;
}
