import type { TextFile } from './format.ts';

/** Plain data without where in a source things were read: what a writer keeps. */
export function content<Entity>(entity: Entity): Entity {
  return JSON.parse(JSON.stringify(entity, (key, value) => (key === 'origin' ? undefined : value))) as Entity;
}

/**
 * Writes a document whose body is Markdown for people, without losing a character of what Markdown cannot hold: writes,
 * reads it back, and has every field that came back otherwise written into the front matter (`held`), until all
 * come back the same. Ends after at most as many rounds as there are fields.
 */
export function writeHolding<Entity extends object>(
  fields: readonly (keyof Entity & string)[],
  entity: Entity,
  compose: (held: ReadonlySet<string>) => string,
  read: (file: TextFile) => Entity | undefined,
): string {
  const held = new Set<string>();
  for (;;) {
    const text = compose(held);
    const back = read({ name: '', bytes: new Uint8Array(), digest: '', text });
    const lost = fields.filter((field) => !held.has(field) && !same(back?.[field], entity[field]));
    if (lost.length === 0) return text;
    for (const field of lost) held.add(field);
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, inKeyOrder) === JSON.stringify(b, inKeyOrder);
}

/** Leaves out origins and sorts keys, so that only what is said is compared. */
function inKeyOrder(key: string, value: unknown): unknown {
  if (key === 'origin') return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
