import { quoted } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { contentOf, type Entry, entriesOf, groupedBy, levelNames } from '../entries.ts';
import { findingAt, type Rule } from '../rule.ts';
import { wordsOf } from '../wording.ts';

export const duplicateEntry: Rule = {
  id: 'duplicate-entry',
  severity: 'warning',
  about: 'An entry stands twice at a level, word for word: people would gather evidence for one thing twice.',
  check: (framework) => {
    const named = levelNames(framework);
    return exactDuplicates(presentEntries(framework)).map(({ first, again }) =>
      findingAt(duplicateEntry, again.expectation, {
        quote: quoted(again.name),
        message: `“${quoted(again.name)}” stands twice at ${named(again.level)} with the same content${sameNameNote(first, again)}. People would be asked for one thing twice.`,
        remedy: 'Delete one of the two, or reword it if something else was meant.',
      }),
    );
  },
};

/** The entries that have content: cells that say why they are empty may all say the same. */
export function presentEntries(framework: Framework): Entry[] {
  return entriesOf(framework).filter(({ expectation }) => expectation.state === 'present');
}

interface Duplicate {
  first: Entry;
  again: Entry;
}

/** Below this many words a text may well stand under two names ("See the handbook"). */
const TELLING_WORDS = 6;

/** Entries that repeat an earlier one of their level: same name and content, or another name and the same long content. */
export function exactDuplicates(entries: readonly Entry[]): Duplicate[] {
  const duplicates: Duplicate[] = [];
  for (const group of groupedBy(entries, contentKey).values()) {
    const [first, ...others] = group;
    if (first !== undefined) duplicates.push(...others.map((again) => ({ first, again })));
  }
  return duplicates;
}

function contentKey(entry: Entry): string {
  const content = contentOf(entry.expectation);
  const telling = wordsOf(content).length >= TELLING_WORDS;
  return JSON.stringify([entry.level, telling ? '' : entry.theme, telling ? '' : entry.name.trim(), content]);
}

function sameNameNote(first: Entry, again: Entry): string {
  return first.name.trim() === again.name.trim() ? '' : `, the first time as “${quoted(first.name)}”`;
}
