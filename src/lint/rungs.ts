/** The ladder as rungs, worked out once for a whole framework in linear time. */
import type { Framework, Level } from '../domain/framework.ts';

export interface Rungs {
  /** Level id -> how many steps it stands above the bottom, counting the longest way; absent for levels in a circle. */
  rung: ReadonlyMap<string, number>;
  /** Ids of levels that a circle keeps from having a rung. */
  inCircle: readonly string[];
}

/** Puts each level on its rung: a level stands above all that lead to it. */
export function rungsOf(framework: Pick<Framework, 'levels'>): Rungs {
  const levels = new Map(framework.levels.map((level) => [level.id, level]));
  const waitingFor = new Map<string, number>();
  for (const level of levels.values()) {
    for (const next of new Set(level.next)) waitingFor.set(next, (waitingFor.get(next) ?? 0) + 1);
  }
  const rung = new Map<string, number>();
  const open: Level[] = [...levels.values()].filter(({ id }) => !waitingFor.has(id));
  for (const level of open) rung.set(level.id, 0);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of new Set(at.next)) {
      const level = levels.get(next);
      if (level === undefined) continue;
      rung.set(next, Math.max(rung.get(next) ?? 0, (rung.get(at.id) ?? 0) + 1));
      const left = (waitingFor.get(next) ?? 0) - 1;
      waitingFor.set(next, left);
      if (left === 0) open.push(level);
    }
  }
  const inCircle = [...levels.keys()].filter((id) => (waitingFor.get(id) ?? 0) > 0);
  for (const id of inCircle) rung.delete(id);
  return { rung, inCircle };
}

/** Whether one level stands before another on a track that they share or that joins. */
export function standsBefore(framework: Pick<Framework, 'levels'>): (a: string, b: string) => boolean {
  const { rung } = rungsOf(framework);
  const track = new Map(framework.levels.map((level) => [level.id, level.track]));
  return (a, b) => {
    const from = rung.get(a);
    const to = rung.get(b);
    if (from === undefined || to === undefined || from >= to) return false;
    return track.get(a) === undefined || track.get(b) === undefined || track.get(a) === track.get(b);
  };
}
