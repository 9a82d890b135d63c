import MiniSearch from 'minisearch';
import { INDEX_OPTIONS, type IndexFile, type SearchDocument } from './document.ts';

/** Documents that are taken in at a time; other requests are answered in between. */
const AT_A_TIME = 200;

/** The index of these documents. */
export async function buildIndex(documents: readonly SearchDocument[]): Promise<MiniSearch<SearchDocument>> {
  const index = new MiniSearch<SearchDocument>(INDEX_OPTIONS);
  await index.addAllAsync(documents, { chunkSize: AT_A_TIME });
  return index;
}

/** The index as a file, for browsers and for a static site. The same documents give the same bytes. */
export function indexFile(index: MiniSearch<SearchDocument>, revision: string): string {
  const file: IndexFile = { cairnSearch: 1, revision, index: index.toJSON() };
  return JSON.stringify(file);
}
