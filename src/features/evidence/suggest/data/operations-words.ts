/**
 * What people in operations say when they are in a hurry, and what a framework calls it.
 *
 * One entry is one matter: before the colon what a note may say, after it plain words that writers of frameworks use
 * for it. It reads from left to right only: a note of a P1 speaks to "major incident", a note of an incident does not
 * speak to P1. A line that is indented further goes on with the entry before it; `#` is a heading.
 *
 * It is the vocabulary of the trade (service management, reliability, support, suppliers, security, running a team) and
 * belongs to no framework and no organisation: their own words come from the framework's text. Lower case stands for
 * any case; a short form in capitals only for itself ("IC" is a role, "ic" is nothing). Anybody may add an entry. A
 * common word that means many things ("down", "move") is better left out: it would suggest what was not said.
 */
import type { Phrase } from '../vocabulary.ts';
import { PEOPLE_WORDS } from './people-words.ts';
import { SERVICE_WORDS } from './service-words.ts';

export const OPERATIONS_WORDS: readonly Phrase[] = [SERVICE_WORDS, PEOPLE_WORDS].flatMap(phrasesIn);

function phrasesIn(text: string): Phrase[] {
  return text
    .replace(/\n {4}/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((entry) => {
      const [says = '', means = ''] = entry.split(': ');
      return says.split(', ').map((phrase) => ({ phrase, means }));
    });
}
