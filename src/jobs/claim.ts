import { sql } from 'kysely';
import type { Executor } from '../db/schema.ts';

/**
 * Claims a task for the transaction that is open: no other process does it meanwhile, and none after it before it is due
 * again.
 *
 * @returns whether it is due and nobody else is at it. A clock that went back makes it due: what was done in its future
 * must not put it off until then.
 */
export async function claimRun(
  db: Executor,
  { name, every }: { name: string; every: number },
  now: Date,
): Promise<boolean> {
  await db
    .insertInto('job_run')
    .values({ name, ran_at: new Date(0) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const due = new Date(now.getTime() - every);
  const { rows } = await sql`
    update job_run
    set ran_at = ${now}
    where name = (
      select name
      from job_run
      where name = ${name} and (ran_at <= ${due} or ran_at > ${now})
      for update skip locked
    )
    returning name
  `.execute(db);
  return rows.length === 1;
}
