import type { Level } from '../../../domain/framework.ts';
import { nextLevels } from '../../../domain/ladder.ts';
import { Phrase } from '../../../web/text.tsx';
import { comparisonAddress } from './addresses.ts';
import type { Place } from './place.ts';

/** More neighbours than this on one side are left to the page that compares any two. */
const MOST_NEIGHBOURS = 4;

/** Ways to compare a level with those straight before and after it. */
export function CompareActions({ place, level }: { place: Place; level: Level }) {
  const { levels } = place.edition.framework;
  const before = levels.filter(({ id, next }) => id !== level.id && next.includes(level.id));
  const after = nextLevels(levels, level.id).filter(({ id }) => id !== level.id);
  return (
    <>
      {before.slice(0, MOST_NEIGHBOURS).map((other) => (
        <li key={other.id}>
          <a href={neighbourAddress(place, other, level)}>
            Compare with <Phrase text={other.name} />
          </a>
        </li>
      ))}
      {after.slice(0, MOST_NEIGHBOURS).map((other) => (
        <li key={other.id}>
          <a href={neighbourAddress(place, level, other)}>
            What changes at <Phrase text={other.name} />
          </a>
        </li>
      ))}
    </>
  );
}

/** The comparison of two levels of one version, the one lower on the ladder first. */
export function neighbourAddress({ edition, version }: Place, lower: Level, upper: Level): string {
  const { id } = edition.framework;
  return comparisonAddress({ id, version, level: lower.id }, { id, version, level: upper.id });
}
