import { quoted } from '../../domain/finding.ts';
import { passagesOf } from '../passages.ts';
import { proseRemarks } from '../prose.ts';
import { findingAt, type Rule } from '../rule.ts';

export const inconsiderate: Rule = {
  id: 'inconsiderate',
  severity: 'warning',
  about:
    'Ableist, gendered or otherwise excluding wording (found by retext-equality): some readers will take it as not for them.',
  forDocuments: true,
  check: (framework) =>
    passagesOf(framework).flatMap((passage) =>
      proseRemarks(passage.prose)
        .filter(({ rule }) => rule === 'inconsiderate')
        .map(({ start, end, instead }) => {
          const words = passage.text.slice(start, end);
          const choices = instead.slice(0, 4).map((word) => `“${word}”`);
          return findingAt(inconsiderate, passage.of, {
            quote: quoted(words),
            message: `“${quoted(words)}” may hurt or exclude some readers.`,
            remedy:
              choices.length > 0
                ? `Say ${choices.join(' or ')}, or reword the sentence.`
                : 'Reword the sentence without it.',
          });
        }),
    ),
};
