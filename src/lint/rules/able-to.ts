import { quoted } from '../../domain/finding.ts';
import { passagesOf } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';
import { sentencesOf } from '../wording.ts';

/** The person is the subject at the head of a sentence or after "and"; elsewhere "can" is what others become able to do. */
const ABLE =
  /(?:^|[;:,]\s+|\band\s+)((?:is |are |being |be )?(?:able|unable) to\b|(?:is )?capable of\b|has the ability to\b)|^(can)\b(?!['’]?t)|\band\s+(can)\b(?= generally| independently| also)/iu;

export const ableTo: Rule = {
  id: 'able-to',
  severity: 'note',
  about:
    'A text says what somebody can do rather than what they do: being able is hard to see, doing is not.',
  check: (framework) =>
    passagesOf(framework)
      .filter(({ competency }) => competency !== undefined)
      .flatMap((passage) =>
        sentencesOf(passage.prose).flatMap(({ text, start, end }) => {
          const match = ABLE.exec(text);
          const phrase = match?.[1] ?? match?.[2] ?? match?.[3];
          if (phrase === undefined) return [];
          return findingAt(ableTo, passage.of, {
            quote: quoted(passage.text.slice(start, end)),
            message: `“${phrase.trim()}” says what somebody could do. What they do can be seen and talked about.`,
            remedy: 'Say what the person does: “Resolves ...” rather than “Able to resolve ...”.',
          });
        }),
      ),
};
