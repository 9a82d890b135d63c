import MiniSearch from 'minisearch';
import { INDEX_OPTIONS, type IndexFile, type SearchDocument } from './document.ts';

/** The index of these documents as JSON: for the server, for browsers and for a static site. The same documents give
 * the same bytes. */
export function buildIndex(documents: readonly SearchDocument[], revision: string): string {
  const index = new MiniSearch<SearchDocument>(INDEX_OPTIONS);
  index.addAll(documents);
  const file: IndexFile = { cairnSearch: 1, revision, index: index.toJSON() };
  return JSON.stringify(file);
}
