import { sql } from 'kysely';
import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import { isLastAdministrator } from '../administration/queries.ts';
import { lockPeople } from '../people-lock.ts';

/**
 * Erases somebody: themselves, or by an administrator at their wish or once they have left, which the database checks.
 *
 * @returns whether it was done; the last administrator is not erased, for nobody could look after the rest
 */
export async function erasePerson(
  db: Executor,
  { person, by, now }: { person: string; by: string; now: Date },
): Promise<boolean> {
  await lockPeople(db);
  if (await isLastAdministrator(db, person)) return false;
  await sql`select erase_person(${person}, ${now})`.execute(db);
  await recordEvent(db, {
    at: now,
    actor: by,
    verb: 'person.erased',
    subject: `person:${person}`,
    kind: 'settings',
    about: person,
  });
  return true;
}

/** Somebody's wish to be erased by an administrator. */
export async function wishErasure(db: Executor, person: string, now: Date): Promise<void> {
  await db
    .insertInto('erasure_wish')
    .values({ person_id: person, wished_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function takeBackWish(db: Executor, person: string): Promise<void> {
  await db.deleteFrom('erasure_wish').where('person_id', '=', person).execute();
}
