import { quoted } from '../../domain/finding.ts';
import { levelNames } from '../entries.ts';
import { expectedPassages, type Passage } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';
import { standsBefore } from '../rungs.ts';

/** How many words in a row are a repetition and not a turn of phrase. */
const RUN = 8;
/** How many places of one run are remembered: keeps the cost linear where one text stands everywhere. */
const MOST_PLACES = 4;

export const wordingRepeatedFromEarlierLevel: Rule = {
  id: 'wording-repeated-from-earlier-level',
  severity: 'note',
  about: `A level repeats ${RUN} or more words in a row of an earlier level: since earlier levels are assumed, it hides what is new.`,
  check: (framework) => {
    const named = levelNames(framework);
    const isBefore = standsBefore(framework);
    const passages = expectedPassages(framework).map(worded);
    const places = placesOfRuns(passages);
    return passages.flatMap((later) => {
      const repeated = longestRepeated(later, places, isBefore);
      if (repeated === undefined) return [];
      const { text, earlier } = repeated;
      return findingAt(wordingRepeatedFromEarlierLevel, later.passage.of, {
        quote: quoted(text),
        message: `${named(later.passage.level ?? '')} repeats this from ${named(earlier.level ?? '')}. Earlier levels are assumed, so a repetition hides what is new.`,
        remedy: 'Keep only what this level adds, or say how it differs.',
      });
    });
  },
};

interface Worded {
  passage: Passage;
  words: { word: string; start: number; end: number }[];
}

interface PlaceOfRun {
  at: Worded;
  index: number;
}

function worded(passage: Passage): Worded {
  const words = [...passage.prose.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu)].map((match) => ({
    word: match[0].toLowerCase().replace(/['’]/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return { passage, words };
}

function runAt({ words }: Worded, index: number): string {
  return words
    .slice(index, index + RUN)
    .map(({ word }) => word)
    .join(' ');
}

/** Every run of words -> where it stands, once a level. */
function placesOfRuns(passages: readonly Worded[]): Map<string, PlaceOfRun[]> {
  const places = new Map<string, PlaceOfRun[]>();
  for (const at of passages) {
    for (let index = 0; index + RUN <= at.words.length; index += 1) {
      const run = runAt(at, index);
      const known = places.get(run);
      if (known === undefined) places.set(run, [{ at, index }]);
      else if (
        known.length < MOST_PLACES &&
        known.every((other) => other.at.passage.level !== at.passage.level)
      ) {
        known.push({ at, index });
      }
    }
  }
  return places;
}

function longestRepeated(
  later: Worded,
  places: ReadonlyMap<string, PlaceOfRun[]>,
  isBefore: (a: string, b: string) => boolean,
): { text: string; earlier: Passage } | undefined {
  let best: { from: number; length: number; earlier: Passage } | undefined;
  for (let from = 0; from + RUN <= later.words.length; ) {
    const place = places
      .get(runAt(later, from))
      ?.find(({ at }) => isBefore(at.passage.level ?? '', later.passage.level ?? ''));
    if (place === undefined) {
      from += 1;
      continue;
    }
    let length = RUN;
    const { at, index } = place;
    while (
      later.words[from + length] !== undefined &&
      later.words[from + length]?.word === at.words[index + length]?.word
    ) {
      length += 1;
    }
    if (best === undefined || length > best.length) best = { from, length, earlier: at.passage };
    from += length;
  }
  if (best === undefined) return undefined;
  const start = later.words[best.from]?.start ?? 0;
  const end = later.words[best.from + best.length - 1]?.end ?? start;
  return { text: later.passage.text.slice(start, end), earlier: best.earlier };
}
