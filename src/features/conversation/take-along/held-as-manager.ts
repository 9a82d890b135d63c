/** SQL of what somebody wrote and signed on the manager's side, for them to take along. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { HeldAnswer } from './held.ts';

/** What somebody wrote and signed on the manager's side. */
export interface HeldAsManager {
  id: string;
  person: string;
  framework: string;
  release: string;
  level: string;
  startedAt: string;
  yourView: HeldAnswer[];
  signed: { edition: number; agreedAt: string; digest: string }[];
}

/** @param person the viewer */
export async function heldAsManager(db: Executor, person: string): Promise<HeldAsManager[]> {
  const { rows } = await sql<HeldAsManager>`
    select
      conversation.id,
      person.name as person,
      conversation.framework_id as framework,
      conversation.release_version as release,
      conversation.level_id as level,
      to_json(conversation.started_at) as "startedAt",
      (
        select coalesce(json_agg(json_build_object(
          'side', side, 'expectation', expectation_id, 'point', point_id, 'stance', stance, 'note', note
        ) order by expectation_id, point_id), '[]')
        from view_answer
        where conversation_id = conversation.id and author_id = ${person}
      ) as "yourView",
      (
        select coalesce(json_agg(json_build_object(
          'edition', edition, 'agreedAt', agreed_at, 'digest', digest
        ) order by edition), '[]')
        from agreed_record
        where conversation_id = conversation.id and manager_id = ${person}
      ) as signed
    from conversation
    join person on person.id = conversation.person_id
    where conversation.manager_id = ${person}
    order by conversation.started_at, conversation.id
  `.execute(db);
  return rows;
}
