import { quoted } from '../../domain/finding.ts';
import { contentOf, type Entry, groupedBy, levelNames } from '../entries.ts';
import { findingAt, type Rule } from '../rule.ts';
import { likeness, wordsOf } from '../wording.ts';
import { exactDuplicates, presentEntries } from './duplicate-entry.ts';

export const nearDuplicate: Rule = {
  id: 'near-duplicate',
  severity: 'warning',
  about: 'Two entries at a level are almost the same, or share a name: readers cannot tell which one counts.',
  check: (framework) => {
    const named = levelNames(framework);
    const entries = presentEntries(framework);
    const exact = new Set(exactDuplicates(entries).map(({ again }) => again));
    const levels = groupedBy(
      entries.filter((entry) => !exact.has(entry)),
      ({ level }) => level,
    );
    return [...levels.values()].flatMap(nearPairs).map(({ first, again }) => {
      const sameName = first.name.trim() === again.name.trim();
      return findingAt(nearDuplicate, again.expectation, {
        quote: quoted(again.name),
        message: sameName
          ? `“${quoted(again.name)}” stands twice at ${named(again.level)}, with wording that differs. Readers cannot tell which one counts.`
          : `“${quoted(again.name)}” says almost the same as “${quoted(first.name)}” at ${named(again.level)}. Readers cannot tell whether two things are asked.`,
        remedy: 'Keep the wording that was meant and delete the other, or make plain how they differ.',
      });
    });
  },
};

interface Pair {
  first: Entry;
  again: Entry;
}

/** Least likeness of two entries with different names that is reported. */
const ALIKE = 0.8;
/** Below this many words two entries are alike by chance. */
const FEWEST_WORDS = 7;

/** Pairs of a level: each entry with at most one earlier entry. */
function nearPairs(entries: readonly Entry[]): Pair[] {
  const byName = new Map<string, Entry>();
  const bySketch = new Map<string, Entry>();
  const words = new Map<Entry, string[]>();
  return entries.flatMap((again) => {
    const own = wordsOf(`${again.name}\n${contentOf(again.expectation)}`);
    words.set(again, own);
    const name = JSON.stringify([again.theme, wordsOf(again.name).join(' ')]);
    const sketch = own.length < FEWEST_WORDS ? [] : sketchOf(own);
    const alike = sketch
      .flatMap((mark) => bySketch.get(mark) ?? [])
      .find((first) => likeness(words.get(first) ?? [], own) >= ALIKE);
    const first = byName.get(name) ?? alike;
    if (!byName.has(name)) byName.set(name, again);
    for (const mark of sketch) if (!bySketch.has(mark)) bySketch.set(mark, again);
    return first === undefined ? [] : [{ first, again }];
  });
}

/** How many marks make a sketch. */
const MARKS = 6;

/**
 * Marks that nearly equal texts nearly always share: the word pairs with the smallest hashes. So each entry is compared
 * with a handful of others, not with all.
 */
function sketchOf(words: readonly string[]): string[] {
  const pairs = new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
  return [...pairs]
    .map((pair) => [hash(pair), pair] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, MARKS)
    .map(([, pair]) => pair);
}

/** FNV-1a, 32 bits: spreads well and is the same in every run. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}
