import { ByteStore } from './byte-store.ts';
import type { Encoded } from './encodings.ts';

/** How many bytes of pages one process keeps, all codings together: some 600 of the largest known level pages. */
export const BYTES_OF_PAGES = 64 * 1024 * 1024;

/** Answers that are made once and kept as bytes for as long as what they were made from stays the same. */
export class KeptBytes {
  readonly #kept: ByteStore;
  readonly #underway = new Map<string, Promise<Encoded>>();
  #state = '';

  /** @param limit in bytes, all codings together */
  constructor(limit: number) {
    this.#kept = new ByteStore(limit);
  }

  /** Forgets everything that was made from another state. @param state names what answers are made from */
  madeFrom(state: string): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#kept.clear();
    this.#underway.clear();
  }

  get(key: string): Encoded | undefined {
    return this.#kept.get(key);
  }

  /** Makes and keeps an answer. Many who ask for it while it is being made wait for the same one. */
  make(key: string, encoded: () => Promise<Encoded>): Promise<Encoded> {
    const underway = this.#underway.get(key);
    if (underway !== undefined) return underway;
    const state = this.#state;
    const started = encoded().then((made) => {
      if (this.#state === state) this.#kept.set(key, made);
      return made;
    });
    this.#underway.set(key, started);
    const done = () => {
      if (this.#underway.get(key) === started) this.#underway.delete(key);
    };
    started.then(done, done);
    return started;
  }
}
