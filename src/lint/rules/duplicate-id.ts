import type { Finding } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { findingAt, type Place, type Rule } from '../rule.ts';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  about: 'Two things of a kind share an id: evidence and links could mean either, so a release is refused.',
  looksAt: 'read',
  check: (framework) =>
    Object.entries(kinds(framework)).flatMap(([kind, entities]) => sharedIds(kind, entities)),
};

function kinds(framework: Framework): Record<string, readonly Place[]> {
  return {
    'proficiency step': framework.scale.steps,
    level: framework.levels,
    theme: framework.themes,
    competency: framework.competencies,
    expectation: framework.expectations,
    'role profile': framework.roleProfiles,
    guide: framework.guides,
    gap: framework.gaps,
    point: framework.expectations.flatMap(({ id, origin, points }) =>
      points.map((point) => ({ id: `${id} / ${point.id}`, origin })),
    ),
    section: framework.guides.flatMap(({ id, origin, sections }) =>
      sections.map((section) => ({ id: `${id} / ${section.id}`, origin: section.origin ?? origin })),
    ),
  };
}

function sharedIds(kind: string, entities: readonly Place[]): Finding[] {
  const first = new Map<string, Place>();
  return entities.flatMap((entity) => {
    const before = first.get(entity.id);
    if (before === undefined) {
      first.set(entity.id, entity);
      return [];
    }
    const line =
      before.origin === undefined ? '' : ` (the first in ${before.origin.file}, line ${before.origin.line})`;
    return findingAt(duplicateId, entity, {
      quote: entity.id,
      message: `The id “${entity.id}” stands for two different entries of kind ${kind}${line}. What refers to it could mean either.`,
      remedy: 'Give one of them an id of its own. Keep the id of the one that people already refer to.',
    });
  });
}
