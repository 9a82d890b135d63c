/** What kind of failure a person meets. One place maps each to an HTTP status and one to an exit code. */
export type ErrorCode = 'not found' | 'invalid' | 'too large' | 'refused' | 'unreadable' | 'unavailable';

/**
 * The one error type that is meant for a person: what is wrong, where, and what to do, in a sentence or two.
 * Every other error is internal: logged with an id, never shown.
 */
export class CairnError extends Error {
  readonly code: ErrorCode;
  /** What to do about it, as an instruction. */
  readonly remedy: string | undefined;

  constructor(code: ErrorCode, message: string, remedy?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CairnError';
    this.code = code;
    this.remedy = remedy;
  }
}
