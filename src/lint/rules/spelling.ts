import { quoted } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { isSpelledRight, nearbyWords, suggestedWords } from '../dictionary.ts';
import { passagesOf } from '../passages.ts';
import { findingAt, type Rule, wholeFramework } from '../rule.ts';
import { type SpelledWord, spelledWords } from '../spelled-words.ts';
import { OPERATIONS_WORDS, PRODUCT_NAMES } from '../words.ts';

/** Fewer distinct words than this say nothing about the language of a text. */
const ENOUGH_WORDS = 40;
/** The share of unknown words above which a text is not English. */
const FOREIGN = 0.4;
/** How many words get suggestions: more mistakes than this nobody mends one by one. */
const SUGGESTIONS = 200;
/** How many words get the slow suggestions of nspell when nothing lies near. */
const SLOW_SUGGESTIONS = 5;

export const spelling: Rule = {
  id: 'spelling',
  severity: 'warning',
  about:
    'A word that the British dictionary (nspell, dictionary-en-gb) and the organisation’s own words lack. Each word is reported once.',
  forDocuments: true,
  check: (framework, { allowedWords }) => {
    const allowed = new Set([...allowedWords].map((word) => word.toLowerCase()));
    const words = spelledWords(passagesOf(framework));
    const unknown = words.filter(({ word }) => !isAllowed(word, allowed) && !isRegularForm(straight(word)));
    if (words.length >= ENOUGH_WORDS && unknown.length > words.length * FOREIGN)
      return [foreign(framework, unknown)];
    let slow = SLOW_SUGGESTIONS;
    return unknown.map((found, index) => {
      let meant = index < SUGGESTIONS ? nearbyWords(straight(found.word)) : [];
      if (meant.length === 0 && slow > 0) {
        slow -= 1;
        meant = suggestedWords(straight(found.word));
      }
      return misspelled(found, meant);
    });
  },
};

/** One note instead of a warning a word: the text is in another language. */
function foreign(framework: Framework, unknown: readonly SpelledWord[]) {
  const some = unknown.slice(0, 5).map(({ word }) => word);
  return findingAt({ id: spelling.id, severity: 'note' }, wholeFramework(framework), {
    quote: quoted(some.join(', ')),
    message:
      'Most words are not in the British dictionary, so the text is probably in another language. Its spelling was not checked.',
    remedy: 'Have somebody who writes that language read it.',
  });
}

function misspelled({ word, first, count }: SpelledWord, meant: readonly string[]) {
  const again = count > 1 ? ` (${count} times)` : '';
  const choices = meant.map((other) => `“${other}”`).join(' or ');
  return findingAt(spelling, first.of, {
    quote: quoted(word),
    message: `“${word}”${again} is not in the British dictionary, nor among the organisation’s words. In “${around(first.text, word)}”.`,
    remedy: `${choices === '' ? 'Correct it' : `Perhaps ${choices} is meant: correct it`}, or add it to the organisation’s words.`,
  });
}

/** Some 60 characters of the text around a word, so that a person recognises the place. */
function around(text: string, word: string): string {
  const at = Math.max(0, text.indexOf(word));
  const from = Math.max(0, at - 25);
  const to = Math.min(text.length, at + word.length + 25);
  const cut = text.slice(from, to).replace(/\s+/g, ' ');
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
}

function isAllowed(word: string, allowed: ReadonlySet<string>): boolean {
  const lower = straight(word).toLowerCase();
  return [lower, lower.replace(/s$/, ''), lower.replace(/es$/, '')].some(
    (form) => allowed.has(form) || OPERATIONS_WORDS.has(form) || PRODUCT_NAMES.has(form),
  );
}

const PREFIX = /^(?:re|un|pre|non|multi|sub|over|under|co|micro|cyber|inter|auto)(?=.{4})/;

/** Right as it stands, as a plural of a right word, or with a usual prefix: "integrations", "rebase". */
function isRegularForm(word: string): boolean {
  const lower = word.toLowerCase();
  const singular = /[^s]s$/.test(lower) && lower.length > 4 ? lower.slice(0, -1) : lower;
  return [word, singular, singular.replace(PREFIX, '')].some(isSpelledRight);
}

function straight(word: string): string {
  return word.replace(/’/g, "'");
}
