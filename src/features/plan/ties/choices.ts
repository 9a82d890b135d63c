import type { Expectation, Framework } from '../../../domain/framework.ts';
import { findLevel, nextLevels } from '../../../domain/ladder.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { targetOf, tieValue } from './tie.ts';

/** The expectations of one level, to choose from. */
export interface TieChoices {
  level: string;
  options: { value: string; label: string }[];
}

/**
 * What something can be tied to: the level that is held and those that follow it, as the newest release words them.
 *
 * @param named values that are offered besides, e.g. because the address brought them
 */
export function tieChoices(
  published: PublishedFrameworks,
  held: { framework: string; level: string } | undefined,
  named: readonly string[] = [],
): TieChoices[] {
  const framework = published.find(held?.framework ?? '')?.framework;
  const near =
    framework === undefined || held === undefined
      ? []
      : [held.level, ...nextLevels(framework.levels, held.level).map(({ id }) => id)].map((level) =>
          choicesOf(published, framework.id, level),
        );
  const offered = new Set(near.flatMap(({ options }) => options.map(({ value }) => value)));
  const others = named.filter((value) => !offered.has(value)).flatMap((value) => elsewhere(published, value));
  return [...near, ...others].filter(({ options }) => options.length > 0);
}

/** The level of an expectation that lies off the path, with that one alone. */
function elsewhere(published: PublishedFrameworks, value: string): TieChoices[] {
  const target = targetOf(value);
  const framework = published.find(target?.framework ?? '')?.framework;
  const level = framework?.expectations.find(({ id }) => id === target?.expectation)?.level;
  if (framework === undefined || level === undefined) return [];
  const { options, ...rest } = choicesOf(published, framework.id, level);
  return [{ ...rest, options: options.filter((option) => option.value === value) }];
}

function choicesOf(published: PublishedFrameworks, id: string, level: string): TieChoices {
  const framework = published.find(id)?.framework;
  if (framework === undefined) return { level, options: [] };
  return {
    level: findLevel(framework, level)?.name ?? level,
    options: framework.expectations
      .filter((cell) => cell.level === level && cell.state === 'present')
      .map((cell) => ({
        value: tieValue({ framework: id, expectation: cell.id }),
        label: nameOf(framework, cell),
      })),
  };
}

/** What the framework calls an expectation at its level. */
function nameOf({ competencies }: Framework, { name, competency }: Expectation): string {
  return name ?? competencies.find(({ id }) => id === competency)?.name ?? competency;
}
