/**
 * Look-ups into a framework, made once and kept for as long as its lists live: the pages of one framework ask for the
 * same again and again, and a site of them would otherwise cost the square of its size. Frameworks never change in
 * place, so a list stands for its content.
 */
import type { Competency, Expectation, Theme } from '../../domain/framework.ts';

/** Makes something once for each object, and keeps it for as long as the object lives. */
export function keptBy<K extends object, V>(make: (list: K) => V): (list: K) => V {
  const kept = new WeakMap<K, V>();
  return (list) => {
    const known = kept.get(list);
    if (known !== undefined) return known;
    const made = make(list);
    kept.set(list, made);
    return made;
  };
}

export const themesById = keptBy(
  (themes: readonly Theme[]) => new Map(themes.map((theme) => [theme.id, theme])),
);

/** Theme -> its place in the framework's own order. */
export const themePlaces = keptBy(
  (themes: readonly Theme[]) => new Map(themes.map((theme, index) => [theme, index])),
);

export const competenciesById = keptBy(
  (competencies: readonly Competency[]) =>
    new Map(competencies.map((competency) => [competency.id, competency])),
);

/** Level id -> its expectations, in the framework's own order. */
export const expectationsByLevel = keptBy((expectations: readonly Expectation[]) =>
  Map.groupBy(expectations, ({ level }) => level),
);

/** Competency id -> its expectations, in the framework's own order. */
export const expectationsByCompetency = keptBy((expectations: readonly Expectation[]) =>
  Map.groupBy(expectations, ({ competency }) => competency),
);

/** Theme id -> its competencies, in the framework's own order. */
export const competenciesByTheme = keptBy((competencies: readonly Competency[]) =>
  Map.groupBy(competencies, ({ theme }) => theme),
);
