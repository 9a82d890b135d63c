/** The addresses of this feature's pages, in one place. */
import { tieValue } from '../tie-value.ts';

export const MY_PATH = '/my-path';
export const EVIDENCE = '/evidence';
export const NEW_EVIDENCE = '/evidence/new';
export const BOOKMARK = '/evidence/bookmarklet';

/** What can be done about a piece of evidence, each with an address below its own. */
export type Part =
  | 'edit'
  | 'versions'
  | 'deletion'
  | 'shares'
  | 'shares/withdrawal'
  | 'ties'
  | 'ties/wordings'
  | 'links'
  | 'links/removal'
  | 'helped'
  | 'helped/removal'
  | 'files'
  | 'files/removal';

/** What was done, as the page that follows says it. */
export type DoneWord = keyof typeof DONE;

export const DONE = {
  noted: 'Noted. Only you can read it.',
  edited: 'Changed. What it said before is kept.',
  shared: 'Shared.',
  'taken-back': 'Taken back. Only you can read it again.',
  tied: 'Tied.',
  reworded: 'Tied to today’s wording.',
  linked: 'Link added.',
  unlinked: 'Link removed.',
  helped: 'Added.',
  'helped-removed': 'Removed.',
  attached: 'Added.',
  'file-removed': 'File removed.',
  deleted: 'Deleted for good.',
  brought: 'Brought in. Only you can read it.',
  'nothing-brought': 'Nothing was brought in: nothing was chosen, or all of it was here already.',
} as const;

export function evidenceAddress(id: string, part?: Part): string {
  return part === undefined ? `${EVIDENCE}/${id}` : `${EVIDENCE}/${id}/${part}`;
}

/** The list of evidence that speaks to one expectation. */
export function speakingTo(framework: string, expectation: string): string {
  return `${EVIDENCE}?speaks-to=${encodeURIComponent(tieValue({ framework, expectation }))}`;
}

/** The page that says what was done. */
export function afterwards(address: string, done: DoneWord): string {
  return `${address}?done=${done}`;
}

/** What the page that follows says; undefined for a word that is none of ours. */
export function doneWord(word: string | undefined): DoneWord | undefined {
  return word !== undefined && Object.hasOwn(DONE, word) ? (word as DoneWord) : undefined;
}

export function fileAddress(evidence: string, file: string): string {
  return `${evidenceAddress(evidence)}/files/${file}`;
}
