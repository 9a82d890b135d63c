/** The secret address at which a calendar reads somebody's actions. Only its digest is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import { type By, recordDone } from '../visits.ts';

/** Whether the viewer's calendar has an address. */
export async function hasCalendar(db: Executor): Promise<boolean> {
  return (await db.selectFrom('calendar_feed').select('created_at').executeTakeFirst()) !== undefined;
}

/**
 * Makes an address for the viewer, in the place of the one before.
 *
 * @returns its secret part, which nothing can tell a second time
 */
export async function makeCalendar(db: Executor, by: By): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await db.deleteFrom('calendar_feed').where('person_id', '=', by.person).execute();
  await db
    .insertInto('calendar_feed')
    .values({ person_id: by.person, digest: digestOf(secret), created_at: by.now })
    .execute();
  await recordDone(db, by, 'calendar.made', `calendar:${by.person}`, by.person);
  return secret;
}

export async function endCalendar(db: Executor, by: By): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('calendar_feed')
    .where('person_id', '=', by.person)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await recordDone(db, by, 'calendar.ended', `calendar:${by.person}`, by.person);
}

/** Whose calendar asks; undefined for an address that is none, was ended, or is of somebody who has left. */
export async function personOfCalendar(db: Executor, secret: string): Promise<string | undefined> {
  const { rows } = await sql<{ person: string | null }>`
    select person_of_calendar(${digestOf(secret)}) as person
  `.execute(db);
  return rows[0]?.person ?? undefined;
}

function digestOf(secret: string): string {
  return createHash('sha256').update(`calendar ${secret}`).digest('base64url');
}
