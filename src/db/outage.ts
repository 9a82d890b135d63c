import type { CairnError } from '../domain/errors.ts';
import { causesOf, errorCode, isConnectionLost, lostConnection } from './failures.ts';

/**
 * Whether the database can be asked. Every request and all work in the background find out at once that it can't: it is
 * said once, and once that it can again.
 */
export class Outage {
  readonly #say: (line: string) => void;
  #problem: CairnError | undefined;
  #isFinal = false;

  constructor(say: (line: string) => void = console.error) {
    this.#say = say;
  }

  /** Why it can't be asked now, and what to do; undefined while it can. */
  get problem(): CairnError | undefined {
    return this.#problem;
  }

  /** Whether it stays so until Cairn is started again. */
  get isFinal(): boolean {
    return this.#isFinal;
  }

  /** The database has ended for good. */
  stopped(problem: CairnError): void {
    if (this.#isFinal) return;
    this.#problem = problem;
    this.#isFinal = true;
    this.#say(problem.message);
  }

  /** @returns whether an error says only that the database can't be asked: then it is said, and there is nothing to log */
  accountsFor(error: unknown): boolean {
    const causes = causesOf(error);
    if (this.#isFinal) return causes.some((cause) => cause === this.#problem);
    const lost = causes.find(isConnectionLost);
    if (lost === undefined) return false;
    if (this.#problem === undefined) {
      this.#problem = lostConnection({ cause: lost });
      this.#say(`The connection to the database was lost: ${inWords(lost)}.`);
    }
    return true;
  }

  /** The database has answered. */
  over(): void {
    if (this.#problem === undefined || this.#isFinal) return;
    this.#problem = undefined;
    this.#say('The database answers again.');
  }
}

/** Where a host has several addresses, Node tells of them all in an error without words. */
function inWords(error: unknown): string {
  const { message } = error as Error;
  return message || errorCode(error) || 'it did not answer';
}
