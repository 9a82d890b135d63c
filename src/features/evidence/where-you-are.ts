/** Where somebody stands on a ladder, with every way in which that can fail to be said. */
import type { Framework, Level } from '../../domain/framework.ts';
import { earlierLevels, findLevel, nextLevels } from '../../domain/ladder.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../domain/published.ts';
import type { LevelHeld } from './queries/standing.ts';

export type WhereYouAre =
  /** Nothing is published, so there is no ladder. */
  | { is: 'no framework' }
  /** Nobody has set a level yet. */
  | { is: 'no level'; frameworks: readonly PublishedEdition[] }
  /** The level is one of a framework that is not published here any more. */
  | { is: 'framework gone'; held: LevelHeld }
  | OnTheLadder;

export interface OnTheLadder {
  is: 'on the ladder';
  held: LevelHeld;
  edition: PublishedEdition;
  own: Level;
  /** The level that is shown beside the own one; absent at the top. */
  next?: Level;
  /** All that can follow the own one. */
  nexts: readonly Level[];
  earlier: readonly Level[];
  /** The newest release, where it has the own level no longer and an older one is shown. */
  goneIn?: PublishedEdition;
}

/** @param choice id of the next level that is to be shown, where the ladder branches */
export function whereYouAre(
  published: PublishedFrameworks,
  held: LevelHeld | undefined,
  choice: string | undefined,
): WhereYouAre {
  const frameworks = published.newest();
  if (held === undefined) {
    return frameworks.length === 0 ? { is: 'no framework' } : { is: 'no level', frameworks };
  }
  const newest = published.find(held.framework);
  const then = published.find(held.framework, held.release);
  const edition = [newest, then].find((one) => one && findLevel(one.framework, held.level));
  const own = edition && findLevel(edition.framework, held.level);
  if (edition === undefined || own === undefined) return { is: 'framework gone', held };
  return {
    is: 'on the ladder',
    held,
    edition,
    own,
    ...around(edition.framework, own, choice),
    ...(edition === newest || newest === undefined ? {} : { goneIn: newest }),
  };
}

function around({ levels }: Framework, own: Level, choice: string | undefined) {
  const nexts = nextLevels(levels, own.id).filter(({ id }) => id !== own.id);
  const next = nexts.find(({ id }) => id === choice) ?? nexts[0];
  return { nexts, earlier: earlierLevels(levels, own.id), ...(next === undefined ? {} : { next }) };
}
