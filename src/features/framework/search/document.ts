/** What the index holds and how it is kept. Shared with the browser: nothing here may need Node. */
import type { Options } from 'minisearch';
import { comparableWord, splitIntoWords } from './words.ts';

export const KINDS = ['level', 'competency', 'expectation', 'role profile', 'guide', 'word'] as const;
export type Kind = (typeof KINDS)[number];

/** Something that can be found. */
export interface SearchDocument {
  /** Its place among the documents, from 0. */
  id: number;
  kind: Kind;
  title: string;
  text: string;
  /** Where it stands: level, theme or guide, then framework. */
  place: string;
  /** Path of its page, with the anchor. A site in a subfolder writes one relative to the index. */
  address: string;
}

/** The file under `/search-index.json`. */
export interface IndexFile {
  /** Version of this layout. */
  cairnSearch: 1;
  /** Revision of the catalogue that it was made from. */
  revision: string;
  /** MiniSearch's own serialisation. */
  index: object;
}

/** Has to be the same where the index is made and where it is opened. */
export const INDEX_OPTIONS: Options<SearchDocument> = {
  fields: ['title', 'text', 'place'],
  storeFields: ['kind', 'title', 'text', 'place', 'address'],
  tokenize: splitIntoWords,
  processTerm: comparableWord,
};
