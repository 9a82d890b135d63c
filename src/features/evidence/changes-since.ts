/** What changed in a framework since somebody's level was set, or since they tied evidence to it. */
import type { Expectation, Framework, Level } from '../../domain/framework.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../domain/published.ts';
import { isSameWording } from '../../domain/wording.ts';
import { nameOf } from './expectations.ts';
import type { Stones } from './queries/stones.ts';
import type { OnTheLadder } from './where-you-are.ts';

export interface ChangesSince {
  /** The release before. */
  from: PublishedEdition;
  to: PublishedEdition;
  /** What differs, in the framework's own order. */
  changed: Changed[];
}

export interface Changed {
  competency: string;
  level: Level;
  is: 'reworded' | 'new' | 'gone';
}

/** One for each older release that somebody's level or ties refer to and that differs from the newest. */
export function changesSince(
  published: PublishedFrameworks,
  where: OnTheLadder,
  stones: readonly Stones[],
): ChangesSince[] {
  const { edition, held, own, next } = where;
  const to = where.goneIn ?? edition;
  const levels = [own, ...(next === undefined ? [] : [next])].map(({ id }) => id);
  const atLevels = ({ level }: Expectation) => levels.includes(level);
  return olderReleases(where, stones).flatMap((version) => {
    const from = published.find(held.framework, version);
    if (from === undefined) return [];
    const tied = new Set(
      stones.filter(({ releases }) => releases.includes(version)).map((one) => one.expectation),
    );
    const ofInterest = (cell: Expectation) =>
      tied.has(cell.id) || (version === held.release && atLevels(cell));
    const changed = differences(from.framework, to.framework, ofInterest);
    return changed.length === 0 ? [] : [{ from, to, changed }];
  });
}

function olderReleases({ held, edition, goneIn }: OnTheLadder, stones: readonly Stones[]): string[] {
  const now = (goneIn ?? edition).version;
  const all = new Set([
    ...(held.release === undefined ? [] : [held.release]),
    ...stones.flatMap((one) => one.releases),
  ]);
  all.delete(now);
  return [...all];
}

function differences(from: Framework, to: Framework, ofInterest: (cell: Expectation) => boolean): Changed[] {
  const after = new Map(to.expectations.map((cell) => [cell.id, cell]));
  const before = new Map(from.expectations.map((cell) => [cell.id, cell]));
  const stayed = from.expectations.filter(ofInterest).flatMap((cell) => {
    const now = after.get(cell.id);
    if (now !== undefined && isSameWording(cell, now)) return [];
    return inWords(from, cell, now === undefined ? 'gone' : 'reworded');
  });
  const came = to.expectations.filter((cell) => !before.has(cell.id) && ofInterest(cell));
  return [...stayed, ...came.flatMap((cell) => inWords(to, cell, 'new'))];
}

function inWords(framework: Framework, cell: Expectation, is: Changed['is']): Changed[] {
  const level = framework.levels.find(({ id }) => id === cell.level);
  return level === undefined ? [] : [{ competency: nameOf(framework, cell), level, is }];
}
