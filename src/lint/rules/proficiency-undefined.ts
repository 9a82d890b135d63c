import { quoted } from '../../domain/finding.ts';
import { findingAt, type Rule, wholeFramework } from '../rule.ts';

export const proficiencyUndefined: Rule = {
  id: 'proficiency-undefined',
  severity: 'warning',
  about: 'A proficiency is asked for and nowhere defined: two readers understand two things by it.',
  check: (framework) => {
    const asked = new Map<string, number>();
    const first = new Map(
      framework.expectations.toReversed().map((expectation) => [expectation.proficiency, expectation]),
    );
    for (const { proficiency } of framework.expectations) {
      if (proficiency !== undefined) asked.set(proficiency, (asked.get(proficiency) ?? 0) + 1);
    }
    return framework.scale.steps
      .filter(({ id, definition }) => asked.has(id) && (definition ?? '').trim() === '')
      .map((step) => {
        const origin = step.origin ?? first.get(step.id)?.origin ?? wholeFramework(framework).origin;
        return findingAt(
          proficiencyUndefined,
          { id: step.id, origin },
          {
            quote: quoted(step.name),
            message: `“${step.name}” is asked for ${times(asked.get(step.id) ?? 0)} and nowhere defined. Two readers understand two things by it.`,
            remedy: `Write in a sentence what somebody with “${step.name}” does, on the framework's proficiency scale.`,
          },
        );
      });
  },
};

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
