/** SQL of learning. What the viewer may not see is not there. */
import { type RawBuilder, sql } from 'kysely';
import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { PlanTie } from '../../../domain/plan.ts';
import { tiesOf } from '../queries/named.ts';

export interface Learning {
  id: string;
  /** Id of whose it is. */
  person: string;
  text: string;
  kind: string | null;
  /** ISO 8601 day; null while it is wanted. */
  learntOn: string | null;
  /** By which day it is wanted. */
  wantedBy: string | null;
  /** Since when the line manager may read it. */
  sharedAt: Date | null;
  /** Id of the evidence that it became. */
  evidence: string | null;
  ties: PlanTie[];
}

/** Somebody's, as far as the viewer may read it: what is wanted first, then what was learnt, newest first. */
export async function learningOf(db: Executor, person: string): Promise<Learning[]> {
  return selectLearning(
    db,
    sql`
      where learning.person_id = ${person}
      order by learning.learnt_on desc nulls first, learning.wanted_by nulls last, learning.created_at desc, learning.id
      limit 500
    `,
  );
}

/** One of the person's own. */
export async function findOwnLearning(
  db: Executor,
  person: string,
  id: string,
): Promise<Learning | undefined> {
  if (!isId(id)) return undefined;
  const [found] = await selectLearning(db, sql`where learning.id = ${id} and learning.person_id = ${person}`);
  return found;
}

/** Keeps anybody else from changing it until the transaction ends. */
export async function lockLearning(db: Executor, id: string): Promise<void> {
  if (isId(id)) await sql`select from learning where id = ${id} for update`.execute(db);
}

async function selectLearning(db: Executor, where: RawBuilder<unknown>): Promise<Learning[]> {
  const { rows } = await sql<Learning>`
    select
      learning.id,
      learning.person_id as person,
      learning.text,
      learning.kind,
      learning.learnt_on as "learntOn",
      learning.wanted_by as "wantedBy",
      learning.shared_at as "sharedAt",
      learning.evidence_id as evidence,
      ${tiesOf('learning')} as ties
    from learning
    ${where}
  `.execute(db);
  return rows;
}
