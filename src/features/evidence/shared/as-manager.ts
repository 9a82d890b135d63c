import type { Kysely } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import { asViewer } from '../../../db/viewer.ts';
import type { Reader } from '../queries/standing.ts';
import { type Shared, sharedBy } from './queries.ts';

const NOTHING: Shared = { pieces: [], from: 0, more: false };

/**
 * Asks as the manager of today would, about one person's own record alone. What is shown is found by the same query under
 * the same policies, so that it is what the manager sees and not what we believe they see.
 *
 * @param db as the role of requests, outside of any transaction
 * @param owner the person who wants to know
 * @param readers who reads what they share, the manager first
 */
export async function sharedAsManager(
  db: Kysely<Schema>,
  owner: string,
  readers: readonly Reader[],
  from: number,
): Promise<Shared> {
  const [manager] = readers;
  if (manager === undefined) return NOTHING;
  return asViewer(db, manager.id, (theirs) => sharedBy(theirs, owner, from));
}
