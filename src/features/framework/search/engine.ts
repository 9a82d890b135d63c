/** Finding things in the index. Runs in the server and, bundled, in the browser: nothing here may need Node. */
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { INDEX_OPTIONS, type IndexFile, type Kind, type SearchDocument } from './document.ts';
import { type MarkedPiece, marked, markedExcerpt } from './marks.ts';
import { comparableWord, splitIntoWords } from './words.ts';

/** An index that was opened. */
export type SearchIndex = MiniSearch<SearchDocument>;

export interface Found {
  /** How many documents there are in all. */
  total: number;
  /** Whether no document holds all of the words, so that these hold some of them. */
  loosely: boolean;
  /** Kinds with the best find first. */
  groups: FoundGroup[];
}

export interface FoundGroup {
  kind: Kind;
  heading: string;
  /** How many there are, shown or not. */
  total: number;
  hits: Hit[];
}

export interface Hit {
  address: string;
  title: MarkedPiece[];
  place: string;
  /** The words around the first match; empty where the text says nothing more than the title. */
  excerpt: MarkedPiece[];
}

const HEADINGS: Record<Kind, string> = {
  level: 'Levels',
  competency: 'Competencies',
  expectation: 'Expectations',
  'role profile': 'Role profiles',
  guide: 'Guides',
  word: 'Words',
};

/** Longer queries are cut, in UTF-16 code units. */
export const LONGEST_QUERY = 200;

/** Further words of a query are left out. */
const MOST_WORDS = 8;

const NOTHING: Found = { total: 0, loosely: false, groups: [] };

/** Opens the file that `indexFile` wrote. */
export function openIndex(json: string): SearchIndex {
  const { index } = JSON.parse(json) as IndexFile;
  return MiniSearch.loadJS<SearchDocument>(index as never, INDEX_OPTIONS);
}

/** @param most how many hits to show of each kind */
export function find(index: SearchIndex, query: string, most: number): Found {
  const words = splitIntoWords(query.slice(0, LONGEST_QUERY)).filter((word) => comparableWord(word) !== null);
  if (words.length === 0) return NOTHING;
  const asked = words.slice(0, MOST_WORDS).join(' ');
  const strict = index.search(asked, OPTIONS);
  if (strict.length > 0) return grouped(strict, most, false);
  if (words.length === 1) return NOTHING;
  return grouped(index.search(asked, { ...OPTIONS, combineWith: 'OR' }), most, true);
}

const OPTIONS: SearchOptions = {
  combineWith: 'AND',
  boost: { title: 4, place: 0.5 },
  prefix: (term) => term.length > 1,
  // One slip in a short word, two in a long one; figures are meant as they stand.
  fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
  maxFuzzy: 2,
  // A word as it was typed comes well before one that only resembles it.
  weights: { fuzzy: 0.15, prefix: 0.4 },
  boostDocument: (_, __, stored) => (stored?.kind === 'level' || stored?.kind === 'competency' ? 2 : 1),
};

function grouped(results: readonly SearchResult[], most: number, loosely: boolean): Found {
  const byKind = Map.groupBy(results, ({ kind }) => kind as Kind);
  const groups = [...byKind].map(([kind, found]) => ({
    kind,
    heading: HEADINGS[kind],
    total: found.length,
    hits: found.slice(0, most).map(hitOf),
  }));
  return { total: results.length, loosely, groups };
}

function hitOf(result: SearchResult): Hit {
  const { title, text, place, address } = result as unknown as SearchDocument;
  const words = new Set(result.terms);
  return { address, title: marked(title, words), place, excerpt: markedExcerpt(text, words) };
}
