import type { Executor } from '../../../db/schema.ts';
import { CairnError } from '../../../domain/errors.ts';
import { type Evidence, mayShare, mayTakeBack } from '../../../domain/evidence.ts';
import { usedIn } from '../queries/used-in.ts';
import { type By, recordOwn } from './record.ts';

/** Lets the line manager read it. Sharing what is shared already changes nothing. */
export async function shareEvidence(db: Executor, by: By, evidence: Evidence): Promise<void> {
  if (!mayShare(evidence).may) return;
  await setShared(db, evidence.id, by.now);
  await recordOwn(db, by, 'shared', evidence.id);
}

/** @throws CairnError `refused` where it has been used since */
export async function takeBackEvidence(db: Executor, by: By, evidence: Evidence): Promise<void> {
  const ruling = mayTakeBack(evidence, await usedIn(db, evidence.id));
  if (evidence.sharedAt === undefined) return;
  if (!ruling.may) throw new CairnError('refused', 'This can no longer be taken back.', ruling.why);
  await setShared(db, evidence.id, null);
  await recordOwn(db, by, 'taken-back', evidence.id);
}

async function setShared(db: Executor, evidence: string, at: Date | null): Promise<void> {
  await db.updateTable('evidence').set({ shared_at: at }).where('id', '=', evidence).execute();
}
