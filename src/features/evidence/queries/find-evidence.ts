import { sql } from 'kysely';
import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { selectEvidence } from './select-evidence.ts';

/** A piece of evidence that the viewer may read. */
export async function findEvidence(db: Executor, id: string): Promise<Evidence | undefined> {
  if (!isId(id)) return undefined;
  const [found] = await selectEvidence(db, sql`where evidence.id = ${id}`);
  return found;
}
