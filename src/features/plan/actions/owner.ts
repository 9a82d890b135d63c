import type { Problem } from '../../../domain/plan.ts';
import type { Subject } from '../visits.ts';

/** Who does it is one of the two sides. */
export function ownerProblems(owner: string, { id, managers }: Subject): Problem[] {
  const sides = [id, ...managers.map((manager) => manager.id)];
  return sides.includes(owner) ? [] : [{ field: 'owner', message: 'Choose who does it' }];
}
