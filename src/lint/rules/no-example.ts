import { quoted } from '../../domain/finding.ts';
import { entriesOf } from '../entries.ts';
import { findingAt, type Rule, wholeFramework } from '../rule.ts';

export const noExample: Rule = {
  id: 'no-example',
  severity: 'note',
  about:
    'An expectation has no example although others have: readers are left to guess what it looks like. Said once of a framework without any.',
  check: (framework) => {
    const present = entriesOf(framework).filter(({ expectation }) => expectation.state === 'present');
    const without = present.filter(({ expectation }) => expectation.examples.length === 0);
    if (without.length === 0) return [];
    if (without.length === present.length) {
      return [
        findingAt(noExample, wholeFramework(framework), {
          quote: quoted(framework.name),
          message:
            'No expectation of the framework has an example. Readers are left to guess what meeting one looks like.',
          remedy: 'Add one or two examples of real work to the expectations that people ask about most.',
        }),
      ];
    }
    return without.map(({ expectation, name }) =>
      findingAt(noExample, expectation, {
        quote: quoted(name),
        message: `“${quoted(name)}” has no example here, and other expectations have. Readers are left to guess what it looks like.`,
        remedy: 'Add an example of real work at this level.',
      }),
    );
  },
};
