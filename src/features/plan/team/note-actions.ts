/** A manager's own notes on a report. That there is one, and when it changed, its subject can read; here is what it says. */
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { type By, recordDone } from '../visits.ts';

export async function writeNote(db: Executor, by: By, person: string, text: string): Promise<void> {
  const id = newId();
  await db
    .insertInto('manager_note')
    .values({ id, manager_id: by.person, person_id: person, text, noted_at: by.now })
    .execute();
  await recordDone(db, by, 'manager-note.written', `manager-note:${id}`, person);
}

/** @returns false where there is no such note of the viewer's on that person */
export async function changeNote(
  db: Executor,
  by: By,
  { id, person, text }: { id: string; person: string; text: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('manager_note')
    .set({ text })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('manager_id', '=', by.person)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await recordDone(db, by, 'manager-note.changed', `manager-note:${id}`, person);
  return true;
}

/** @returns false where there is no such note of the viewer's on that person */
export async function deleteNote(db: Executor, by: By, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('manager_note')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('manager_id', '=', by.person)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await recordDone(db, by, 'manager-note.deleted', `manager-note:${id}`, person);
  return true;
}
