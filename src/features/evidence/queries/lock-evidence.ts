import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';

/** Keeps a piece of evidence as it is for everybody else until the transaction ends. Read it after this, not before. */
export async function lockEvidence(db: Executor, owner: string, id: string): Promise<void> {
  if (!isId(id)) return;
  await db
    .selectFrom('evidence')
    .select('id')
    .where('id', '=', id)
    .where('person_id', '=', owner)
    .forUpdate()
    .execute();
}
