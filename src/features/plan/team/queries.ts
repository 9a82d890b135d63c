/** SQL of what a manager sees of their reports. Who is a report, and what of them may be seen, the database decides. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import { type Named, named } from '../queries/named.ts';

/** The talk that is under way with somebody: not ended, and not signed by both. */
export interface NextTalk {
  /** Id of the conversation. */
  id: string;
  /** As an instant; null where no date is set. */
  startsAt: string | null;
  /** Which sides have submitted their view. */
  submitted: ('person' | 'manager')[];
  revealed: boolean;
}

/** Somebody who reports to the viewer, or to whom the viewer stands in for. */
export interface Report extends Named {
  /** Their line manager. */
  manager: Named;
  lastTalk: Date | null;
  /** By when the next talk is due, as an ISO 8601 day; null without a rhythm. */
  dueOn: string | null;
  talk: NextTalk | null;
  /** How many actions for them are overdue, whoever does them. */
  overdue: number;
  /** Promises to find them an opportunity. */
  promises: { id: string; text: string; dueOn: string | null; mine: boolean }[];
}

/** In the order of their names. @param today the day that it is where the viewer is */
export async function reportsOf(db: Executor, today: string): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select
      person.id,
      person.name,
      ${named('manager')} as manager,
      last_talk_of(person.id) as "lastTalk",
      talk_due_of(person.id) as "dueOn",
      (
        select json_build_object(
          'id', talk.id,
          'startsAt', (
            select case when not date.cancelled then date.starts_at end
            from conversation_date date
            where date.conversation_id = talk.id
            order by date.sequence desc
            limit 1
          ),
          'submitted', array(
            select submission.side
            from view_submission submission
            where submission.conversation_id = talk.id and submission.taken_back_at is null
          ),
          'revealed', exists (select from reveal where reveal.conversation_id = talk.id)
        )
        from conversation talk
        where talk.person_id = person.id
          and not exists (select from conversation_end ended where ended.conversation_id = talk.id)
          and not exists (
            select from signature
            where signature.conversation_id = talk.id
            group by signature.edition
            having count(*) = 2
          )
        order by talk.started_at desc
        limit 1
      ) as talk,
      (
        select count(*)
        from action
        where action.person_id = person.id and action.closed_at is null and action.due_on < ${today}
      ) as overdue,
      (
        select coalesce(json_agg(json_build_object(
          'id', action.id,
          'text', action.text,
          'dueOn', action.due_on,
          'mine', action.owner_id = viewer()
        ) order by action.due_on nulls last, action.created_at), '[]')
        from action
        where action.person_id = person.id and action.kind = 'opportunity' and action.closed_at is null
      ) as promises
    from people_i_manage() as report (id)
    join person on person.id = report.id and person.left_on is null
    join reporting_line line on line.person_id = person.id and line.until is null
    join person manager on manager.id = line.manager_id
    order by person.name collate "und-x-icu", person.id
  `.execute(db);
  return rows;
}

export interface ManagerNote {
  id: string;
  text: string;
  notedAt: Date;
}

/** The viewer's own notes on a report, newest first. */
export async function notesOn(db: Executor, person: string): Promise<ManagerNote[]> {
  const { rows } = await sql<ManagerNote>`
    select id, text, noted_at as "notedAt"
    from manager_note
    where person_id = ${person} and manager_id = viewer()
    order by noted_at desc, id desc
    limit 500
  `.execute(db);
  return rows;
}

export interface TeamTalks {
  id: string;
  team: string;
  /** All null where fewer than five people are counted. */
  people: number | null;
  held: number | null;
  due: number | null;
  late: number | null;
}

/** Talks of the teams in the viewer's part of the line, in the order of the teams' names. */
export async function talksOfTeams(
  db: Executor,
  today: string,
): Promise<{ rhythm: number | null; teams: TeamTalks[] }> {
  const { rows } = await sql<TeamTalks & { rhythm: number | null }>`
    select team_id as id, team, people, held, due, late, talk_rhythm() as rhythm
    from talks_in_my_teams(${today})
  `.execute(db);
  return { rhythm: rows[0]?.rhythm ?? null, teams: rows };
}
