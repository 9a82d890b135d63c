import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { Use } from '../../../domain/evidence.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * Where a piece of evidence was used: in conversations to which a view that leans on it was submitted. It can then
 * neither be taken back nor deleted. One that ended before its reveal used nothing.
 */
export async function usedIn(db: Executor, evidence: string): Promise<readonly Use[]> {
  const { rows } = await sql<{ startedAt: Date }>`
    select started_at as "startedAt"
    from conversation
    where id in (select conversation_id from conversation_evidence where evidence_id = ${evidence})
      and (
        exists (select from reveal where conversation_id = conversation.id)
        or not exists (select from conversation_end where conversation_id = conversation.id)
      )
    order by started_at
  `.execute(db);
  return rows.map(({ startedAt }) => ({ where: `the conversation of ${DAY.format(startedAt)}` }));
}
