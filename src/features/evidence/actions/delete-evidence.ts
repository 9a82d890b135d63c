import type { Executor } from '../../../db/schema.ts';
import { CairnError } from '../../../domain/errors.ts';
import { mayDelete } from '../../../domain/evidence.ts';
import { usedIn } from '../queries/used-in.ts';
import { type By, recordOwn } from './record.ts';

/**
 * Deletes a piece of evidence for good, with its versions and whatever hangs on it.
 *
 * @throws CairnError `refused` where it was used
 */
export async function deleteEvidence(db: Executor, by: By, evidence: string): Promise<void> {
  const ruling = mayDelete(await usedIn(db, evidence));
  if (!ruling.may) throw new CairnError('refused', 'This can no longer be deleted.', ruling.why);
  await db.deleteFrom('evidence').where('id', '=', evidence).execute();
  await recordOwn(db, by, 'deleted', evidence);
}
