/** The levels whose expectations a piece of evidence is tied to: the own one, the next ones, earlier ones, or another. */
import type { Framework, Level } from '../../domain/framework.ts';
import { earlierLevels, findLevel, nextLevels } from '../../domain/ladder.ts';
import type { PublishedFrameworks } from '../../domain/published.ts';
import type { LevelHeld } from './queries/standing.ts';

export interface LevelToTie {
  framework: Framework;
  level: Level;
  is: 'own' | 'next' | 'earlier' | 'other';
}

/** @param other a level besides those around the own one, as `FRAMEWORK/LEVEL`, each part percent-encoded */
export function levelsToTie(
  published: PublishedFrameworks,
  held: LevelHeld | undefined,
  other: string | undefined,
): LevelToTie[] {
  const around = held === undefined ? [] : levelsAround(published, held);
  const asked = levelAt(published, other);
  const shown =
    asked &&
    around.some(({ framework, level }) => framework.id === asked.framework.id && level.id === asked.level.id);
  return asked === undefined || shown ? around : [asked, ...around];
}

export function levelValue(framework: string, level: string): string {
  return [framework, level].map(encodeURIComponent).join('/');
}

function levelsAround(published: PublishedFrameworks, held: LevelHeld): LevelToTie[] {
  const framework = published.find(held.framework)?.framework;
  const own = framework && findLevel(framework, held.level);
  if (framework === undefined || own === undefined) return [];
  const as =
    (is: LevelToTie['is']) =>
    (level: Level): LevelToTie => ({ framework, level, is });
  const next = nextLevels(framework.levels, own.id).filter(({ id }) => id !== own.id);
  return [
    as('own')(own),
    ...next.map(as('next')),
    ...earlierLevels(framework.levels, own.id).toReversed().map(as('earlier')),
  ];
}

function levelAt(published: PublishedFrameworks, value = ''): LevelToTie | undefined {
  const { framework, level } =
    published
      .newest()
      .flatMap(({ framework }) => framework.levels.map((level) => ({ framework, level })))
      .find((one) => levelValue(one.framework.id, one.level.id) === value) ?? {};
  return framework && level && { framework, level, is: 'other' };
}
