import { sentencesOf } from '../sentences.ts';

/** Longer sentences are not searched for titles. */
const LONGEST_SENTENCE = 1000;

/** Sentences that name the titles for a job: "This profile describes ... of an A, B or C", "also known as A or B". */
const SAYS_TITLES: readonly RegExp[] = [
  /^[Tt]his (?:role |job )?(?:profile|page|document|description) (?:describes|covers|outlines|is for|is about|applies to)\b.{0,120}?\b(?:an?|the) (?=\p{Lu})(.{3,600})$/u,
  /\balso (?:known as|called)\b:? (?:an? )?(.{3,600})$/iu,
  /\bother (?:job )?titles\b.{0,40}?(?:\bare\b|\binclude\b|:) (.{3,600})$/iu,
];

/**
 * The titles for the same job that an introduction names, in its order. Only from a sentence that says so, and only
 * where every part of its list reads like a title.
 */
export function titlesIn(introduction: string): string[] {
  for (const sentence of sentencesOf(introduction)) {
    if (sentence.length > LONGEST_SENTENCE) continue;
    for (const pattern of SAYS_TITLES) {
      const titles = partsOf(pattern.exec(sentence)?.[1] ?? '');
      if (titles.length > 0 && titles.every((title) => /^\p{Lu}/u.test(title) && title.length <= 80))
        return titles;
    }
  }
  return [];
}

function partsOf(list: string): string[] {
  return list
    .replace(/[.!]$/, '')
    .split(/, (?:or |and )?| or (?=\p{Lu})/u)
    .map((title) => title.trim().replace(/^(?:an?|the) /, ''))
    .filter((title) => title !== '');
}
