import { findingAt, type Rule, wholeFramework } from '../rule.ts';

export const scaleUnordered: Rule = {
  id: 'scale-unordered',
  severity: 'note',
  about: 'Several proficiencies are in use and nobody has said which is the lower: nothing can compare them.',
  check: (framework) => {
    const { ordered, steps } = framework.scale;
    const used = new Set(framework.expectations.map(({ proficiency }) => proficiency));
    const inUse = steps.filter(({ id }) => used.has(id));
    if (ordered || inUse.length < 2) return [];
    const names = inUse.map(({ name }) => `“${name}”`).join(', ');
    return [
      findingAt(scaleUnordered, wholeFramework(framework), {
        quote: inUse.map(({ name }) => name).join(', '),
        message: `The source does not say in which order its proficiencies stand (${names}), so nothing can compare them.`,
        remedy: 'Confirm an order, lowest first, under `confirmed.scale` in framework.yaml.',
      }),
    ];
  },
};
