import type { PGlite, QueryOptions, Transaction } from '@electric-sql/pglite';
import type { PGlite as DialectPGlite, PGliteQueryResults, PGliteTransaction } from 'kysely';
import { CairnError } from '../../domain/errors.ts';
import type { Outage } from '../outage.ts';
import type { DurableFS, StorageFailure } from './durable-fs.ts';

/**
 * PGlite that stops for good at the first storage failure. PostgreSQL's answer to a log that cannot be written is to
 * end at once and recover at the next start; PGlite would go on in the same, broken memory, hang or confirm what is
 * not on the disk.
 */
export class GuardedPGlite implements DialectPGlite {
  readonly #pglite: PGlite;
  readonly #storage: DurableFS;
  readonly #failed: Promise<never>;
  #failure: CairnError | undefined;

  constructor(pglite: PGlite, storage: DurableFS, outage: Outage) {
    this.#pglite = pglite;
    this.#storage = storage;
    this.#failed = new Promise((_, reject) => {
      storage.onFailure((failure) => {
        this.#failure ??= explain(failure);
        outage.stopped(this.#failure);
        reject(this.#failure);
      });
    });
    // Nobody may be waiting when it happens; whoever asks next is told.
    this.#failed.catch(() => {});
  }

  get ready(): boolean {
    return this.#pglite.ready;
  }

  get closed(): boolean {
    return this.#pglite.closed;
  }

  get waitReady(): Promise<void> {
    return this.#pglite.waitReady;
  }

  query<T>(
    ...[text, parameters, options]: Parameters<DialectPGlite['query']>
  ): Promise<PGliteQueryResults<T>> {
    return this.#guard(() => this.#pglite.query<T>(text, parameters, options as QueryOptions));
  }

  transaction<T>(work: (transaction: PGliteTransaction) => Promise<T>): Promise<T> {
    return this.#guard(() => this.#pglite.transaction((open) => work(this.#guarded(open))));
  }

  async close(): Promise<void> {
    if (this.#failure === undefined) await this.#pglite.close();
    else this.#storage.abandon();
  }

  #guarded(open: Transaction): PGliteTransaction {
    return {
      query: (text, parameters, options) =>
        this.#guard(() => open.query(text, parameters, options as QueryOptions)),
      rollback: () => this.#guard(() => open.rollback()),
    };
  }

  async #guard<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#failure !== undefined) throw this.#failure;
    const answer = await Promise.race([ask(), this.#failed]).catch((error: unknown) => {
      throw this.#failure ?? error;
    });
    // Whatever was answered by a PostgreSQL that has given up is worth nothing.
    if (this.#failure !== undefined) throw this.#failure;
    return answer;
  }
}

function explain(failure: StorageFailure): CairnError {
  return failure === 'no room'
    ? new CairnError(
        'unavailable',
        'There is no room left on the disk, so the database has stopped. Everything it had confirmed is kept.',
        'Free some room and start Cairn again.',
      )
    : new CairnError(
        'unavailable',
        'The disk refused what the database wrote, so it has stopped. Everything it had confirmed is kept.',
        'Look at the disk (dmesg, smartctl), then start Cairn again.',
      );
}
