/** SQL of everything that a plan holds of somebody, whole, for them to take along. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { PlanTie } from '../../../domain/plan.ts';
import { tiesOf } from '../queries/named.ts';

/** As data. Others stand in it by name; null where they have been erased. Instants are ISO 8601. */
export interface WholePlan {
  objectives: {
    id: string;
    text: string;
    why: string | null;
    howKnown: string | null;
    until: string | null;
    state: string;
    ties: PlanTie[];
    said: { state: string; by: string | null; at: string; why: string | null; text: string }[];
  }[];
  actions: {
    id: string;
    text: string;
    kind: string;
    for: string;
    doneBy: string | null;
    dueOn: string | null;
    expectation: PlanTie | null;
    writtenAt: string;
    closedAt: string | null;
    changes: { change: string; by: string | null; at: string; dueOn: string | null; reason: string | null }[];
  }[];
  learning: {
    id: string;
    text: string;
    kind: string | null;
    learntOn: string | null;
    wantedBy: string | null;
    sharedAt: string | null;
    evidence: string | null;
    ties: PlanTie[];
  }[];
  qualifications: {
    id: string;
    name: string;
    body: string | null;
    number: string | null;
    from: string | null;
    until: string | null;
    sharedAt: string | null;
    file: { name: string; type: string; size: number } | null;
  }[];
  /** What managers noted for themselves between talks. */
  notesAboutYou: { by: string | null; text: string; notedAt: string }[];
  reminders: { mondayMail: boolean; reminderMail: boolean; quietFrom: number; quietUntil: number } | null;
  calendarAddressSince: string | null;
}

/** @param person the viewer */
export async function wholePlan(db: Executor, person: string): Promise<WholePlan> {
  const { rows } = await sql<WholePlan>`
    select
      ${OBJECTIVES(person)} as objectives,
      ${ACTIONS(person)} as actions,
      ${LEARNING(person)} as learning,
      ${QUALIFICATIONS(person)} as qualifications,
      (
        select coalesce(json_agg(json_build_object(
          'by', author.name, 'text', note.text, 'notedAt', note.noted_at
        ) order by note.noted_at), '[]')
        from notes_about_me() note
        left join person author on author.id = note.manager_id
      ) as "notesAboutYou",
      (
        select json_build_object(
          'mondayMail', monday_mail, 'reminderMail', reminder_mail, 'quietFrom', quiet_from,
          'quietUntil', quiet_until
        )
        from preference
        where person_id = ${person}
      ) as reminders,
      (select created_at from calendar_feed where person_id = ${person}) as "calendarAddressSince"
  `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('a query without a table answers with a row');
  return row;
}

const OBJECTIVES = (person: string) => sql`(
  select coalesce(json_agg(json_build_object(
    'id', objective.id,
    'text', objective.text,
    'why', objective.why,
    'howKnown', objective.how_known,
    'until', objective.until,
    'state', objective.state,
    'ties', ${tiesOf('objective')},
    'said', (
      select json_agg(json_build_object(
        'state', said.state, 'by', author.name, 'at', said.at, 'why', said.why, 'text', said.said_text,
        'howKnown', said.said_how_known, 'until', said.said_until
      ) order by said.serial)
      from objective_state said
      left join person author on author.id = said.by_id
      where said.objective_id = objective.id
    )
  ) order by objective.proposed_at, objective.id), '[]')
  from objective
  where objective.person_id = ${person}
)`;

const ACTIONS = (person: string) => sql`(
  select coalesce(json_agg(json_build_object(
    'id', action.id,
    'text', action.text,
    'kind', action.kind,
    'for', subject.name,
    'doneBy', doer.name,
    'dueOn', action.due_on,
    'expectation', case when action.expectation_id is not null then json_build_object(
      'framework', action.framework_id,
      'release', action.release_version,
      'expectation', action.expectation_id
    ) end,
    'writtenAt', action.created_at,
    'closedAt', action.closed_at,
    'changes', (
      select coalesce(json_agg(json_build_object(
        'change', change.change, 'by', author.name, 'at', change.at, 'dueOn', change.due_on, 'reason', change.reason
      ) order by change.serial), '[]')
      from action_change change
      left join person author on author.id = change.by_id
      where change.action_id = action.id
    )
  ) order by action.created_at, action.id), '[]')
  from action
  join person subject on subject.id = action.person_id
  left join person doer on doer.id = action.owner_id
  where action.person_id = ${person} or action.owner_id = ${person}
)`;

const LEARNING = (person: string) => sql`(
  select coalesce(json_agg(json_build_object(
    'id', learning.id,
    'text', learning.text,
    'kind', learning.kind,
    'learntOn', learning.learnt_on,
    'wantedBy', learning.wanted_by,
    'sharedAt', learning.shared_at,
    'evidence', learning.evidence_id,
    'ties', ${tiesOf('learning')}
  ) order by learning.created_at, learning.id), '[]')
  from learning
  where learning.person_id = ${person}
)`;

const QUALIFICATIONS = (person: string) => sql`(
  select coalesce(json_agg(json_build_object(
    'id', qualification.id,
    'name', qualification.name,
    'body', qualification.body,
    'number', qualification.number,
    'from', qualification.valid_from,
    'until', qualification.valid_until,
    'sharedAt', qualification.shared_at,
    'file', case when qualification.file_bytes is not null then json_build_object(
      'name', qualification.file_name,
      'type', qualification.file_type,
      'size', octet_length(qualification.file_bytes)
    ) end
  ) order by qualification.created_at, qualification.id), '[]')
  from qualification
  where qualification.person_id = ${person}
)`;

/** How many of each there are, for what goes when somebody is erased. */
export interface PlanCounts {
  objectives: number;
  actions: number;
  learning: number;
  qualifications: number;
  /** Open, of others, that they promised to do. */
  promised: number;
  /** Their own notes on people who report to them. */
  notes: number;
}

/** @param person the viewer */
export async function countPlan(db: Executor, person: string): Promise<PlanCounts> {
  const { rows } = await sql<PlanCounts>`
    select
      (select count(*) from objective where person_id = ${person}) as objectives,
      (select count(*) from action where person_id = ${person}) as actions,
      (select count(*) from learning where person_id = ${person}) as learning,
      (select count(*) from qualification where person_id = ${person}) as qualifications,
      (
        select count(*) from action where owner_id = ${person} and person_id <> ${person} and closed_at is null
      ) as promised,
      (select count(*) from manager_note where manager_id = ${person}) as notes
  `.execute(db);
  return rows[0] ?? { objectives: 0, actions: 0, learning: 0, qualifications: 0, promised: 0, notes: 0 };
}
