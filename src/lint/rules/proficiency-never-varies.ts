import { quoted } from '../../domain/finding.ts';
import { findingAt, type Rule, wholeFramework } from '../rule.ts';

/** Fewer expectations than this may share a proficiency by chance. */
const FEWEST = 4;

export const proficiencyNeverVaries: Rule = {
  id: 'proficiency-never-varies',
  severity: 'warning',
  about: 'Every expectation of every level asks for the same proficiency: it then says nothing about growth.',
  check: (framework) => {
    const rated = framework.expectations.filter(({ proficiency }) => proficiency !== undefined);
    const levels = new Set(rated.map(({ level }) => level));
    const [only, ...others] = new Set(rated.map(({ proficiency }) => proficiency));
    if (only === undefined || others.length > 0 || levels.size < 2 || rated.length < FEWEST) return [];
    const name = framework.scale.steps.find(({ id }) => id === only)?.name ?? only;
    return [
      findingAt(proficiencyNeverVaries, wholeFramework(framework), {
        quote: quoted(name),
        message: `All ${rated.length} expectations at ${levels.size} levels ask for “${name}”. A proficiency that never varies tells nobody how to grow.`,
        remedy: 'Set the proficiency that each level really asks for, or leave proficiencies out.',
      }),
    ];
  },
};
