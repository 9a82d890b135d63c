import { randomInt } from 'node:crypto';
import type { Log } from '../../web/log.ts';

/** How long work waits, in milliseconds, so that it neither holds up its answer nor follows it closely. */
const WAIT = { least: 100, most: 500 };

/**
 * Work that an answer must not wait for: how long it takes would tell who has an account. Done by the same process
 * right after; lost where that ends, and then somebody asks again.
 */
export class Later {
  readonly #log: Log;
  readonly #wait: { least: number; most: number };
  readonly #underway = new Set<Promise<void>>();

  constructor(log: Log, wait = WAIT) {
    this.#log = log;
    this.#wait = wait;
  }

  do(work: () => Promise<unknown>): void {
    const { least, most } = this.#wait;
    const done: Promise<void> = new Promise((start) => setTimeout(start, randomInt(least, most + 1)))
      .then(work)
      .catch((error: unknown) => this.#log.error({ err: error }, 'work after an answer failed'))
      .then(() => void this.#underway.delete(done));
    this.#underway.add(done);
  }

  /** Resolves once nothing is under way. */
  async settled(): Promise<void> {
    while (this.#underway.size > 0) await Promise.all(this.#underway);
  }
}
