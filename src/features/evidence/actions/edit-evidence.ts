import type { Executor } from '../../../db/schema.ts';
import type { Evidence, Note } from '../../../domain/evidence.ts';
import { type By, recordOwn } from './record.ts';

/**
 * Writes a new version of a piece of evidence, and keeps the one before.
 *
 * @param evidence as it stands now
 * @param seen the version that the edit was made from
 * @returns false where it was edited meanwhile: nothing is written then
 */
export async function editEvidence(
  db: Executor,
  by: By,
  evidence: Evidence,
  edit: Note & { seen: number },
): Promise<boolean> {
  const { id, version } = evidence;
  if (edit.seen !== version) return false;
  if (isSame(evidence, edit)) return true;
  const { numUpdatedRows } = await db
    .updateTable('evidence')
    .set({
      text: edit.text,
      happened_on: edit.happenedOn,
      kind: edit.kind ?? null,
      changed_at: by.now,
      version: version + 1,
    })
    .where('id', '=', id)
    // Another tab may have been as quick: only one of the two finds this version.
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const { text, happenedOn, kind = null } = evidence;
  await db
    .insertInto('evidence_version')
    .values({ evidence_id: id, version, text, happened_on: happenedOn, kind, replaced_at: by.now })
    .execute();
  await recordOwn(db, by, 'edited', id);
  return true;
}

export function isSame(one: Note, other: Note): boolean {
  return one.text === other.text && one.happenedOn === other.happenedOn && one.kind === other.kind;
}
