import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';

/** Any number that is always the same, and no other lock's. */
const BEGINNING_LOCK = 7_236_160;

/** Lets one conversation of a person begin after the other: two who begin one at once get the same one. */
export async function lockBeginning(db: Executor, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(BEGINNING_LOCK)}, hashtext(${person}))`.execute(db);
}
