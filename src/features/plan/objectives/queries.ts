/** SQL of objectives. What the viewer may not see is not there. */
import { type RawBuilder, sql } from 'kysely';
import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { ObjectiveState, PlanTie } from '../../../domain/plan.ts';
import { type Named, named, tiesOf } from '../queries/named.ts';

export interface Objective {
  id: string;
  /** Who wants to grow. */
  person: Named;
  text: string;
  why: string | null;
  howKnown: string | null;
  /** ISO 8601 day. */
  until: string | null;
  state: ObjectiveState;
  /** Id of whose wording it is. They may have been erased. */
  proposedBy: string;
  ties: PlanTie[];
  /** What was said last, and who said it. */
  last: { by: Named | null; at: string; why: string | null };
  /** Counts what was said, so that of two pages neither speaks of what it has not seen. */
  serial: number;
}

/** Somebody's objectives, open ones first, then as they were proposed. */
export async function objectivesOf(db: Executor, person: string): Promise<Objective[]> {
  return selectObjectives(
    db,
    sql`
      where objective.person_id = ${person}
      order by
        objective.state in ('reached', 'dropped'),
        objective.until nulls last,
        objective.proposed_at,
        objective.id
      limit 300
    `,
  );
}

export async function findObjective(db: Executor, id: string): Promise<Objective | undefined> {
  if (!isId(id)) return undefined;
  const [found] = await selectObjectives(db, sql`where objective.id = ${id}`);
  return found;
}

/** Keeps anybody else from changing it until the transaction ends. */
export async function lockObjective(db: Executor, id: string): Promise<void> {
  if (isId(id)) await sql`select from objective where id = ${id} for update`.execute(db);
}

/** Something that was said about an objective, and of which wording. */
export interface ObjectiveSaid {
  state: ObjectiveState;
  by: Named | null;
  at: Date;
  why: string | null;
  text: string;
  howKnown: string | null;
  until: string | null;
}

/** Oldest first. */
export async function saidOf(db: Executor, objective: string): Promise<ObjectiveSaid[]> {
  const { rows } = await sql<ObjectiveSaid>`
    select
      said.state,
      ${named('author')} as by,
      said.at,
      said.why,
      said.said_text as text,
      said.said_how_known as "howKnown",
      said.said_until as until
    from objective_state said
    left join person author on author.id = said.by_id
    where said.objective_id = ${objective}
    order by said.serial
  `.execute(db);
  return rows;
}

async function selectObjectives(db: Executor, where: RawBuilder<unknown>): Promise<Objective[]> {
  const { rows } = await sql<Objective>`
    select
      objective.id,
      ${named('subject')} as person,
      objective.text,
      objective.why,
      objective.how_known as "howKnown",
      objective.until,
      objective.state,
      objective.proposed_by as "proposedBy",
      ${tiesOf('objective')} as ties,
      json_build_object('by', ${named('author')}, 'at', said.at, 'why', said.why) as last,
      said.serial
    from objective
    join person subject on subject.id = objective.person_id
    cross join lateral (
      select objective_state.serial, objective_state.by_id, objective_state.at, objective_state.why
      from objective_state
      where objective_state.objective_id = objective.id
      order by objective_state.serial desc
      limit 1
    ) said
    left join person author on author.id = said.by_id
    ${where}
  `.execute(db);
  return rows;
}
