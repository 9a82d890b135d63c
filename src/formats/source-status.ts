import type { Status } from '../domain/framework.ts';

/** Words by which a source speaks of its own status. */
const WORDS: readonly (readonly [RegExp, Status])[] = [
  [/\b(?:legacy|deprecated|superseded)\b/i, 'legacy'],
  [/\bbeta\b/i, 'beta'],
  [/\bdraft\b/i, 'draft'],
];

/** Longest sentence that is taken for a banner, in UTF-16 code units. */
const LONGEST_BANNER = 400;

/**
 * The status that a sentence at the head of a source claims for that source: "These are legacy ...", "This project is
 * in beta". A sentence about something else, e.g. another family, claims none; nor does one that denies it.
 * `family` is the source's own name, by which such a sentence may begin.
 */
export function statusClaimed(sentence: string, family?: string): Status | undefined {
  if (
    sentence.length > LONGEST_BANNER ||
    /\b(?:not|no longer|never)\s+(?:an?\s+|in\s+)?(?:legacy|deprecated|superseded|beta|draft)\b/i.test(
      sentence,
    )
  ) {
    return undefined;
  }
  if (!speaksOfItself(sentence, family)) return undefined;
  return WORDS.find(([word]) => word.test(sentence))?.[1];
}

/** Whether a sentence begins by naming what it stands on: "This page", "These competencies", or the family itself. */
export function speaksOfItself(sentence: string, family?: string): boolean {
  const start = sentence.trimStart().toLowerCase();
  if (/^(?:please note[:,]?\s*)?(?:these|this)\b/.test(start)) return true;
  return family !== undefined && family !== '' && start.startsWith(`${family.toLowerCase()} `);
}
