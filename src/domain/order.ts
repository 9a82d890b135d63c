import type { Framework } from './framework.ts';

/**
 * Puts competencies and expectations into the framework's own order: competencies by theme, expectations by
 * competency and then by level; what is equal keeps its order, what refers to nothing known comes last. Every reader
 * ends with it, so that one content has one document whatever order its source listed the cells in.
 */
export function inOwnOrder(framework: Framework): Framework {
  const themes = places(framework.themes);
  const levels = places(framework.levels);
  const competencies = framework.competencies.toSorted((a, b) => themes(a.theme) - themes(b.theme));
  const rows = places(competencies);
  const expectations = framework.expectations.toSorted(
    (a, b) => rows(a.competency) - rows(b.competency) || levels(a.level) - levels(b.level),
  );
  return { ...framework, competencies, expectations };
}

function places(entities: readonly { id: string }[]): (id: string) => number {
  const place = new Map(entities.map(({ id }, index) => [id, index]));
  return (id) => place.get(id) ?? entities.length;
}
