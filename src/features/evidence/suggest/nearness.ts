import type { Level } from '../../../domain/framework.ts';
import { earlierLevels, nextLevels } from '../../../domain/ladder.ts';

/** People note what their own level asks for, then what they grow into, then what they have long done. */
const NEARNESS = { held: 1, next: 0.85, earlier: 0.75, other: 0.6 };

/** How near the levels of the ladder are to the one held. Where that one is not of this ladder all are alike. */
export function nearnessTo(levels: readonly Level[], held: string): (level: string) => number {
  if (!levels.some(({ id }) => id === held)) return () => NEARNESS.held;
  const near = new Map<string, number>();
  for (const { id } of earlierLevels(levels, held)) near.set(id, NEARNESS.earlier);
  for (const { id } of nextLevels(levels, held)) near.set(id, NEARNESS.next);
  near.set(held, NEARNESS.held);
  return (level) => near.get(level) ?? NEARNESS.other;
}
