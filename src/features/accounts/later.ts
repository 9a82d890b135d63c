import type { Log } from '../../web/log.ts';

/**
 * Work that an answer must not wait for: how long it takes would tell who has an account. Done by the same process
 * right after; lost where that ends, and then somebody asks again.
 */
export class Later {
  readonly #log: Log;
  readonly #underway = new Set<Promise<void>>();

  constructor(log: Log) {
    this.#log = log;
  }

  do(work: () => Promise<unknown>): void {
    const done: Promise<void> = new Promise((start) => setImmediate(start))
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
