/** What was done, as the page that follows says it. */
export const DONE = {
  'action-created': 'Written down.',
  done: 'Done.',
  moved: 'Moved.',
  dropped: 'Dropped.',
  'taken-up-again': 'Taken up again.',
  'handed-over': 'Handed over.',
  proposed: 'Proposed.',
  reworded: 'Changed, and so proposed anew.',
  agreed: 'Agreed.',
  reached: 'Reached.',
  entered: 'Entered. Only you can read it.',
  changed: 'Changed.',
  shared: 'Shared.',
  'taken-back': 'Taken back. Only you can read it.',
  deleted: 'Deleted for good.',
  'file-removed': 'File removed.',
  noted: 'Noted.',
  'address-ended': 'The calendar’s address is ended.',
  saved: 'Saved.',
  scheduled: 'The talks are planned. Everybody finds theirs with its date.',
} as const;

export type DoneWord = keyof typeof DONE;

/** The page that says what was done. */
export function afterwards(address: string, done: DoneWord): string {
  return `${address}?done=${done}`;
}

/** Undefined for a word that is none of ours. */
export function doneWord(word: string | undefined): DoneWord | undefined {
  return word !== undefined && Object.hasOwn(DONE, word) ? (word as DoneWord) : undefined;
}
