import { type Encoded, encode } from '../../../web/encodings.ts';
import type { Catalogue } from '../catalogue.ts';
import { buildIndex } from './build-index.ts';
import { openIndex, type SearchIndex } from './engine.ts';
import { indexDocuments } from './index-documents.ts';

/** The index of what is published now: made when it is first asked for, and again when anything was released. */
export class IndexKeeper {
  #revision: string | undefined;
  #json = '';
  #opened: SearchIndex | undefined;
  #encoded: Promise<Encoded> | undefined;

  /** The index that this process searches. */
  opened(catalogue: Catalogue): SearchIndex {
    this.#make(catalogue);
    this.#opened ??= openIndex(this.#json);
    return this.#opened;
  }

  /** The same index as browsers load it. */
  encoded(catalogue: Catalogue): Promise<Encoded> {
    this.#make(catalogue);
    this.#encoded ??= encode(this.#json);
    return this.#encoded;
  }

  #make(catalogue: Catalogue): void {
    if (this.#revision === catalogue.revision) return;
    this.#revision = catalogue.revision;
    this.#json = buildIndex(indexDocuments(catalogue), catalogue.revision);
    this.#opened = undefined;
    this.#encoded = undefined;
  }
}
