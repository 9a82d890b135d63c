import type { Framework, Level } from './framework.ts';

/**
 * The levels that come before the given one on any path of the ladder, in the framework's own order.
 * Safe on a ladder with loops: a level is never before itself.
 */
export function earlierLevels(levels: readonly Level[], id: string): Level[] {
  const before = new Map<string, string[]>();
  for (const level of levels) {
    for (const next of level.next) before.set(next, [...(before.get(next) ?? []), level.id]);
  }
  const found = new Set<string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const earlier of before.get(at) ?? []) {
      if (earlier === id || found.has(earlier)) continue;
      found.add(earlier);
      open.push(earlier);
    }
  }
  return levels.filter((level) => found.has(level.id));
}

/** The levels that can follow the given one. */
export function nextLevels(levels: readonly Level[], id: string): Level[] {
  const next = new Set(levels.find((level) => level.id === id)?.next);
  return levels.filter((level) => next.has(level.id));
}

/** The level with this id, or undefined. */
export function findLevel(framework: Pick<Framework, 'levels'>, id: string): Level | undefined {
  return framework.levels.find((level) => level.id === id);
}

/**
 * Fills `next` for levels whose source lists them in order and says no more: each leads to the one after it.
 * Neighbours whose names differ only in a trailing "(...)" stand side by side: the bracket names their track, a
 * track leads on within itself, and a common level leads to and from all tracks.
 */
export function levelsInListedOrder(listed: readonly Omit<Level, 'next' | 'track'>[]): Level[] {
  const steps: Level[][] = [];
  for (const level of listed.map(withTrack(listed))) {
    const last = steps.at(-1);
    const sideBySide =
      last?.[0]?.track !== undefined && level.track !== undefined && stem(last[0].name) === stem(level.name);
    if (sideBySide) last?.push(level);
    else steps.push([level]);
  }
  return steps.flatMap((step, index) =>
    step.map((level) => ({ ...level, next: following(level, steps[index + 1] ?? []) })),
  );
}

function following(level: Level, step: readonly Level[]): string[] {
  const sameTrack = step.filter(({ track }) => level.track !== undefined && track === level.track);
  return (sameTrack.length > 0 ? sameTrack : step).map(({ id }) => id);
}

function withTrack(listed: readonly { name: string }[]) {
  const stems = new Map<string, number>();
  for (const { name } of listed) stems.set(stem(name), (stems.get(stem(name)) ?? 0) + 1);
  return (level: Omit<Level, 'next' | 'track'>): Level => {
    const track = /\(([^()]+)\)\s*$/.exec(level.name)?.[1];
    const shared = (stems.get(stem(level.name)) ?? 0) > 1;
    return { ...level, next: [], ...(track !== undefined && shared ? { track } : {}) };
  };
}

function stem(name: string): string {
  return name.replace(/\s*\([^()]+\)\s*$/, '');
}
