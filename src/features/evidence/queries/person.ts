import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';

/** Somebody of the directory. */
export async function findPerson(
  db: Executor,
  id: string,
): Promise<{ id: string; name: string } | undefined> {
  if (!isId(id)) return undefined;
  return db.selectFrom('person').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}
