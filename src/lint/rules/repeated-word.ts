import { quoted } from '../../domain/finding.ts';
import { passagesOf } from '../passages.ts';
import { proseRemarks } from '../prose.ts';
import { findingAt, type Rule } from '../rule.ts';

const TWICE = /(?<![\p{L}\p{N}])(\p{L}+)\s+\1(?![\p{L}\p{N}])/iu;

export const repeatedWord: Rule = {
  id: 'repeated-word',
  severity: 'warning',
  about: 'A word stands twice in a row (found by retext-repeated-words): a slip of the pen.',
  forDocuments: true,
  check: (framework) =>
    passagesOf(framework)
      .filter(({ prose }) => TWICE.test(prose))
      .flatMap((passage) =>
        proseRemarks(passage.prose)
          .filter(({ rule }) => rule === 'repeated-word')
          .map(({ start, end }) => {
            const words = passage.text.slice(start, end);
            return findingAt(repeatedWord, passage.of, {
              quote: quoted(words),
              message: `“${quoted(words)}” says a word twice in a row.`,
              remedy: 'Delete one of the two.',
            });
          }),
      ),
};
