import type { Level } from '../../../domain/framework.ts';
import type { Place } from './place.ts';

/** One of the two levels of a comparison. */
export interface ComparedSide {
  place: Place;
  level: Level;
  /** What the page calls it: with its framework where the two differ in more than the level. */
  name: string;
}
