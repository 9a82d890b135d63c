import type { Executor } from '../../../db/schema.ts';
import type { Evidence, Tie, TieTarget } from '../../../domain/evidence.ts';
import { tieValue } from '../tie-value.ts';
import { insertTies } from './note-evidence.ts';
import { type By, recordOwn } from './record.ts';

/** Most expectations and points that one piece of evidence speaks to. Beyond it speaks to none. */
export const MOST_TIES = 60;

/** Ties a piece of evidence to some expectations and unties it from others. What is left out stays as it is. */
export async function tieEvidence(
  db: Executor,
  by: By,
  evidence: Evidence,
  { add, remove }: { add: readonly Tie[]; remove: readonly TieTarget[] },
): Promise<void> {
  const tied = new Set(evidence.ties.map(tieValue));
  const fresh = add.filter((tie) => !tied.has(tieValue(tie)));
  const gone = remove.filter((target) => tied.has(tieValue(target)));
  for (const target of gone) await untie(db, evidence.id, target);
  if (fresh.length > 0) await insertTies(db, by, evidence.id, fresh);
  if (fresh.length > 0 || gone.length > 0) await recordOwn(db, by, 'tied', evidence.id);
}

/** Moves a tie to the wording of another release, which its owner finds to fit as well. */
export async function moveTie(db: Executor, by: By, evidence: Evidence, to: Tie): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('evidence_tie')
    .set({ release_version: to.release, tied_at: by.now })
    .where('evidence_id', '=', evidence.id)
    .where('framework_id', '=', to.framework)
    .where('expectation_id', '=', to.expectation)
    .where('point_id', '=', to.point ?? '')
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await recordOwn(db, by, 'reworded', evidence.id);
}

async function untie(
  db: Executor,
  evidence: string,
  { framework, expectation, point }: TieTarget,
): Promise<void> {
  await db
    .deleteFrom('evidence_tie')
    .where('evidence_id', '=', evidence)
    .where('framework_id', '=', framework)
    .where('expectation_id', '=', expectation)
    .where('point_id', '=', point ?? '')
    .execute();
}
