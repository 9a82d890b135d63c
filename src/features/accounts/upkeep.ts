import { sql } from 'kysely';
import type { Executor } from '../../db/schema.ts';

/**
 * Removes what is out of date: sessions, links and counts that work no more.
 *
 * @param db as the role of sign-in
 */
export async function tidySignIn(db: Executor, now: Date): Promise<void> {
  for (const table of ['session', 'verification', 'set_up_key', 'sign_up', 'personal_token'] as const) {
    await sql`delete from ${sql.table(table)} where expires_at < ${now}`.execute(db);
  }
  await db.deleteFrom('rate_limit').where('expire', '<', now.getTime()).execute();
}
