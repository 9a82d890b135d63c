/** Two people, or one person in two tabs, change the same record. What only one of them changed is taken from each. */

/** What became of a change: all of it taken in, or the fields that somebody else changed to something else meanwhile. */
export interface Merge<T> {
  merged: T;
  conflicts: (keyof T)[];
}

/**
 * @param was what whoever writes saw before
 * @param mine what they made of it
 * @param now what stands there now
 */
export function mergeChange<T extends object>(was: T, mine: T, now: T): Merge<T> {
  const merged = { ...now };
  const conflicts: (keyof T)[] = [];
  for (const field of Object.keys(now) as (keyof T)[]) {
    const changed = mine[field] !== was[field];
    if (!changed || mine[field] === now[field]) continue;
    if (now[field] === was[field]) merged[field] = mine[field];
    else conflicts.push(field);
  }
  return { merged, conflicts };
}
