import { quoted } from '../../domain/finding.ts';
import { passagesOf } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';
import { isDemandVerb, NOUN_LIKE_VERBS, PLAIN_VERBS } from '../verbs.ts';
import { sentencesOf } from '../wording.ts';

export const twoDemands: Rule = {
  id: 'two-demands',
  severity: 'note',
  about: 'One sentence asks for two things joined by “and”: somebody who shows one of them cannot answer it.',
  check: (framework) =>
    passagesOf(framework)
      .filter(
        ({ part, competency }) => competency !== undefined && part !== 'example' && part !== 'definition',
      )
      .flatMap((passage) =>
        sentencesOf(passage.prose).flatMap(({ start, end }) => {
          const sentence = passage.text.slice(start, end);
          const second = secondDemand(sentence);
          if (second === undefined) return [];
          return findingAt(twoDemands, passage.of, {
            quote: quoted(sentence),
            message: `The sentence asks for two things, the second from “and ${second}” on. Somebody who shows only one of them cannot say yes or no.`,
            remedy:
              'Make two points of it if each can be shown without the other; leave it where they belong together.',
          });
        }),
      ),
};

const AND_VERB = /(\p{L}+),? and (?:also |then )?(?:\p{Ll}+ly )?(\p{Ll}+s)\b(?: (\p{L}+))?/gu;
const DETERMINERS = new Set(
  'a an the their its his her our your this that these those all any every each new how what when where whether which who why others people them'.split(
    ' ',
  ),
);

/** The verb that begins a second demand, if the sentence begins with one. "Debugs and mends it" is one demand. */
function secondDemand(sentence: string): string | undefined {
  const words =
    sentence
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, 3) ?? [];
  if (!words.some(isDemandVerb)) return undefined;
  for (const [, before, verb, following] of sentence.matchAll(AND_VERB)) {
    if (verb === undefined || before === undefined || isVerbForm(before)) continue;
    if (PLAIN_VERBS.has(verb)) return verb;
    if (NOUN_LIKE_VERBS.has(verb) && DETERMINERS.has(following?.toLowerCase() ?? '')) return verb;
  }
  return undefined;
}

function isVerbForm(word: string): boolean {
  return word.endsWith('s') && isDemandVerb(word.toLowerCase());
}
