import { quoted } from '../../domain/finding.ts';
import { groupedBy, levelNames } from '../entries.ts';
import { findingAt, type Rule } from '../rule.ts';

export const proficiencyFalls: Rule = {
  id: 'proficiency-falls',
  severity: 'warning',
  about: 'A competency asks for less at a later level than at the one before it: usually a slip.',
  check: (framework) => {
    if (!framework.scale.ordered) return [];
    const named = levelNames(framework);
    const place = new Map(framework.scale.steps.map(({ id }, index) => [id, index]));
    const step = new Map(framework.scale.steps.map(({ id, name }) => [id, name]));
    const competencies = new Map(framework.competencies.map(({ id, name }) => [id, name]));
    const next = new Map(framework.levels.map((level) => [level.id, level.next]));
    return [...groupedBy(framework.expectations, ({ competency }) => competency).values()].flatMap((row) => {
      const atLevel = groupedBy(row, ({ level }) => level);
      return row.flatMap((earlier) =>
        (next.get(earlier.level) ?? [])
          .flatMap((level) => atLevel.get(level) ?? [])
          .filter(
            (later) =>
              (place.get(later.proficiency ?? '') ?? Infinity) < (place.get(earlier.proficiency ?? '') ?? -1),
          )
          .map((later) => {
            const from = step.get(earlier.proficiency ?? '') ?? '';
            const to = step.get(later.proficiency ?? '') ?? '';
            const name = later.name ?? competencies.get(later.competency) ?? later.competency;
            return findingAt(proficiencyFalls, later, {
              quote: quoted(to),
              message: `“${quoted(name)}” asks for “${to}” at ${named(later.level)} and for “${from}” at ${named(earlier.level)} before it. Less is rarely meant.`,
              remedy: 'Correct one of the two, or accept this finding with the reason.',
            });
          }),
      );
    });
  },
};
