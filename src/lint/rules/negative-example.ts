import { quoted } from '../../domain/finding.ts';
import { passagesOf } from '../passages.ts';
import { findingAt, type Rule } from '../rule.ts';

const NEGATIVE =
  /^\s*(?:they\s+)?(do(?:es)? not|do(?:es)?n['’]t|never|is not|isn['’]t|are not|aren['’]t|has not|hasn['’]t|cannot|can['’]t|won['’]t|fails to|lacks?)\b/iu;

export const negativeExample: Rule = {
  id: 'negative-example',
  severity: 'note',
  about: 'An example says what somebody does not do: nobody can bring evidence of that.',
  check: (framework) =>
    passagesOf(framework)
      .filter(({ part }) => part === 'example' || part === 'point')
      .flatMap((passage) => {
        const match = NEGATIVE.exec(passage.prose);
        if (match?.[1] === undefined) return [];
        return findingAt(negativeExample, passage.of, {
          quote: quoted(passage.text),
          message: `The example begins with “${match[1]}”: it says what somebody does not do, and nobody can bring evidence of that.`,
          remedy: 'Say what the person does instead.',
        });
      }),
};
