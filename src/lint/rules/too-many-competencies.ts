import { entriesOf, groupedBy } from '../entries.ts';
import { findingAt, type Rule } from '../rule.ts';

/** More than this at one level and a conversation cannot cover them. */
const MOST = 12;

export const tooManyCompetencies: Rule = {
  id: 'too-many-competencies',
  severity: 'note',
  about: `A level asks for more than ${MOST} competencies: more than one conversation can cover.`,
  check: (framework) => {
    const levels = groupedBy(
      entriesOf(framework).filter(({ expectation }) => expectation.state === 'present'),
      ({ level }) => level,
    );
    return framework.levels.flatMap((level) => {
      const count = new Set(levels.get(level.id)?.map(({ competency }) => competency.id)).size;
      if (count <= MOST) return [];
      return findingAt(tooManyCompetencies, level, {
        quote: level.name,
        message: `${level.name} asks for ${count} competencies. More than ${MOST} is more than one conversation can cover.`,
        remedy: 'Join those that people show together, or accept this finding.',
      });
    });
  },
};
