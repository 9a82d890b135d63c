import { type Encoded, encode } from '../../../web/encodings.ts';
import type { Catalogue } from '../catalogue.ts';
import { buildIndex, indexFile } from './build-index.ts';
import type { SearchIndex } from './engine.ts';
import { indexDocuments } from './index-documents.ts';

/** The index of what is published now: made when it is first asked for, and again when anything was released. */
export class IndexKeeper {
  #revision: string | undefined;
  #index: Promise<SearchIndex> | undefined;
  #encoded: Promise<Encoded> | undefined;

  /** The index that this process searches. */
  current(catalogue: Catalogue): Promise<SearchIndex> {
    if (this.#revision !== catalogue.revision || this.#index === undefined) {
      this.#revision = catalogue.revision;
      this.#index = buildIndex(indexDocuments(catalogue));
      this.#encoded = undefined;
    }
    return this.#index;
  }

  /** The same index as browsers load it. */
  encoded(catalogue: Catalogue): Promise<Encoded> {
    const index = this.current(catalogue);
    this.#encoded ??= index.then((made) => encode(indexFile(made, catalogue.revision)));
    return this.#encoded;
  }
}
