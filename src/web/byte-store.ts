import type { Encoded } from './encodings.ts';

/** Keeps encoded contents up to a number of bytes; what was used longest ago goes first. */
export class ByteStore {
  readonly #limit: number;
  readonly #kept = new Map<string, Encoded>();
  #size = 0;

  /** @param limit in bytes, all codings together */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes kept now. */
  get size(): number {
    return this.#size;
  }

  get(key: string): Encoded | undefined {
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    // A Map lists its keys in the order they were set: setting again makes this the most recent.
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found;
  }

  /** Keeps a content, unless it alone is larger than the limit. */
  set(key: string, encoded: Encoded): void {
    this.#drop(key);
    if (encoded.size > this.#limit) return;
    this.#kept.set(key, encoded);
    this.#size += encoded.size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#limit) break;
      this.#drop(oldest);
    }
  }

  clear(): void {
    this.#kept.clear();
    this.#size = 0;
  }

  #drop(key: string): void {
    const found = this.#kept.get(key);
    if (found === undefined) return;
    this.#kept.delete(key);
    this.#size -= found.size;
  }
}
