/** SQL of actions. What the viewer may not see is not there. */
import { type RawBuilder, sql } from 'kysely';
import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { ActionChange, ActionKind, PlanTie } from '../../../domain/plan.ts';
import { type Named, named } from '../queries/named.ts';

export interface Action {
  id: string;
  /** For whose growth it is. */
  person: Named;
  /** Who does it; null where they have been erased. */
  owner: Named | null;
  text: string;
  kind: ActionKind;
  /** ISO 8601 day. */
  dueOn: string | null;
  /** The expectation that it is about. */
  tie: PlanTie | null;
  /** Id of the conversation that it comes from. */
  conversation: string | null;
  createdAt: Date;
  /** When it was done or dropped. */
  closedAt: Date | null;
  /** What was last said about it; null where nothing was. */
  last: { change: ActionChange; reason: string | null; dueOn: string | null } | null;
}

/** What is open for somebody's growth, whoever does it: the earliest due first, so that what is overdue leads. */
export async function actionsFor(db: Executor, person: string): Promise<Action[]> {
  return selectActions(
    db,
    sql`where action.person_id = ${person} and action.closed_at is null ${EARLIEST_FIRST}`,
  );
}

/** What is open that somebody does, or that others do for them. */
export async function actionsAround(db: Executor, person: string): Promise<Action[]> {
  return selectActions(
    db,
    sql`
      where (action.owner_id = ${person} or action.person_id = ${person}) and action.closed_at is null
      ${EARLIEST_FIRST}
    `,
  );
}

/** What somebody has to do, for themselves or for those whom they manage; the earliest due first. */
export async function actionsBy(db: Executor, owner: string): Promise<Action[]> {
  return selectActions(
    db,
    sql`where action.owner_id = ${owner} and action.closed_at is null ${EARLIEST_FIRST}`,
  );
}

/** What was done or dropped since a moment: for somebody's growth, or by them. Newest first. */
export async function closedActionsOf(db: Executor, person: string, since: Date): Promise<Action[]> {
  return selectActions(
    db,
    sql`
      where (action.person_id = ${person} or action.owner_id = ${person}) and action.closed_at >= ${since}
      order by action.closed_at desc, action.id
      limit 200
    `,
  );
}

export async function findAction(db: Executor, id: string): Promise<Action | undefined> {
  if (!isId(id)) return undefined;
  const [found] = await selectActions(db, sql`where action.id = ${id}`);
  return found;
}

/** Keeps anybody else from changing it until the transaction ends. */
export async function lockAction(db: Executor, id: string): Promise<void> {
  if (isId(id)) await sql`select from action where id = ${id} for update`.execute(db);
}

export interface ActionChanged {
  change: ActionChange;
  dueOn: string | null;
  /** To whom it was handed over; null where they have been erased. */
  to: Named | null;
  reason: string | null;
  /** Who said so; null where they have been erased. */
  by: Named | null;
  at: Date;
}

/** What was said about an action, oldest first. */
export async function changesOf(db: Executor, action: string): Promise<ActionChanged[]> {
  const { rows } = await sql<ActionChanged>`
    select
      change.change,
      change.due_on as "dueOn",
      ${named('receiver')} as to,
      change.reason,
      ${named('author')} as by,
      change.at
    from action_change change
    left join person author on author.id = change.by_id
    left join person receiver on receiver.id = change.to_id
    where change.action_id = ${action}
    order by change.serial
  `.execute(db);
  return rows;
}

const EARLIEST_FIRST = sql`order by action.due_on nulls last, action.created_at, action.id limit 500`;

async function selectActions(db: Executor, where: RawBuilder<unknown>): Promise<Action[]> {
  const { rows } = await sql<Action>`
    select
      action.id,
      ${named('subject')} as person,
      ${named('doer')} as owner,
      action.text,
      action.kind,
      action.due_on as "dueOn",
      case when action.expectation_id is not null then json_build_object(
        'framework', action.framework_id,
        'release', action.release_version,
        'expectation', action.expectation_id
      ) end as tie,
      action.conversation_id as conversation,
      action.created_at as "createdAt",
      action.closed_at as "closedAt",
      (
        select json_build_object('change', change.change, 'reason', change.reason, 'dueOn', change.due_on)
        from action_change change
        where change.action_id = action.id
        order by change.serial desc
        limit 1
      ) as last
    from action
    join person subject on subject.id = action.person_id
    left join person doer on doer.id = action.owner_id
    ${where}
  `.execute(db);
  return rows;
}
