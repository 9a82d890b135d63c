import { isId, newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Note, Tie, Way } from '../../../domain/evidence.ts';
import { type By, recordOwn } from './record.ts';

export interface NewEvidence extends Note {
  /** Chosen by whoever sends it, so that sending it twice notes it once. */
  id?: string | undefined;
  cameBy: Way;
  /** The release in force for its owner. */
  release?: { framework: string; version: string } | undefined;
  links?: readonly { url: string; title?: string | undefined }[];
  ties?: readonly Tie[];
}

/**
 * Notes something that happened. What it says was checked before.
 *
 * @returns its id, and whether it was there already because it had been sent before
 * @throws CairnError `refused` where the chosen id is taken
 */
export async function noteEvidence(
  db: Executor,
  by: By,
  note: NewEvidence,
): Promise<{ id: string; again: boolean }> {
  const id = note.id !== undefined && isId(note.id) ? note.id.toLowerCase() : newId();
  if (!(await insertOnce(db, by, id, note))) {
    await refuseTaken(db, by, id);
    return { id, again: true };
  }
  const { links = [], ties = [] } = note;
  if (links.length > 0) {
    const rows = links.map(({ url, title }, index) => ({
      evidence_id: id,
      place: index + 1,
      url,
      title: title || null,
    }));
    await db.insertInto('evidence_link').values(rows).execute();
  }
  if (ties.length > 0) await insertTies(db, by, id, ties);
  await recordOwn(db, by, 'noted', id);
  return { id, again: false };
}

export async function insertTies(
  db: Executor,
  { person, now }: By,
  evidence: string,
  ties: readonly Tie[],
): Promise<void> {
  const rows = ties.map(({ framework, release, expectation, point = '' }) => ({
    evidence_id: evidence,
    person_id: person,
    framework_id: framework,
    release_version: release,
    expectation_id: expectation,
    point_id: point,
    tied_at: now,
  }));
  await db
    .insertInto('evidence_tie')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insertOnce(
  db: Executor,
  { person, now }: By,
  id: string,
  note: NewEvidence,
): Promise<boolean> {
  const { text, happenedOn, kind, cameBy, release } = note;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('evidence')
    .values({
      id,
      person_id: person,
      text,
      happened_on: happenedOn,
      kind: kind ?? null,
      noted_at: now,
      changed_at: now,
      version: 1,
      shared_at: null,
      framework_id: release?.framework ?? null,
      release_version: release?.version ?? null,
      came_by: cameBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Somebody else's id answers as a removed one of one's own would: it cannot be told whose it is. */
async function refuseTaken(db: Executor, { person }: By, id: string): Promise<void> {
  const own = await db
    .selectFrom('evidence')
    .select('id')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (own === undefined)
    throw new CairnError('refused', 'This id is taken.', 'Send it again with another id.');
}
