import type { Executor } from '../../../db/schema.ts';
import type { Use } from '../../../domain/evidence.ts';

/**
 * Where a piece of evidence was used. Nothing uses evidence yet: a conversation that does answers here, and then the
 * piece can neither be taken back nor deleted.
 */
export async function usedIn(_db: Executor, _evidence: string): Promise<readonly Use[]> {
  return [];
}
