import { sql } from 'kysely';
import type { Executor } from '../../db/schema.ts';

/** Any number that is always the same, and no other lock's. */
const PEOPLE_LOCK = 7_236_151;

/**
 * Lets one change of who people are and who reports to whom follow the other, until the transaction ends: two
 * administrators who each see no loop could close one together. Those who only read do not wait.
 */
export async function lockPeople(db: Executor): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(PEOPLE_LOCK)})`.execute(db);
}
