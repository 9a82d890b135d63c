import { quoted } from '../../domain/finding.ts';
import { entriesOf } from '../entries.ts';
import { findingAt, type Rule } from '../rule.ts';
import { contentStems } from '../wording.ts';

/** Fewer words than this repeat by chance. */
const FEWEST = 3;

export const exampleRepeatsStatement: Rule = {
  id: 'example-repeats-statement',
  severity: 'note',
  about: 'An example says no more than the statement it should illustrate, so it helps nobody.',
  check: (framework) =>
    entriesOf(framework).flatMap(({ expectation, name }) => {
      const said = [expectation.statement ?? '', name, ...expectation.points.map(({ text }) => text)].map(
        (text) => ({
          text,
          stems: new Set(contentStems(text)),
        }),
      );
      return expectation.examples.flatMap((example) => {
        const stems = new Set(contentStems(example));
        const repeated = said.find(
          ({ stems: other }) => stems.size >= FEWEST && [...stems].every((stem) => other.has(stem)),
        );
        if (repeated === undefined) return [];
        return findingAt(exampleRepeatsStatement, expectation, {
          quote: quoted(example),
          message: `The example says no more than “${quoted(repeated.text)}”, which it should illustrate.`,
          remedy: 'Replace it by something that happened in real work, or delete it.',
        });
      });
    }),
};
