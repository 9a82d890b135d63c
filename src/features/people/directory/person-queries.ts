/** SQL of one person's page: what everybody may see, and what row-level security lets this viewer see besides. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';

export interface Named {
  id: string;
  name: string;
}

export interface PersonShown extends Named {
  pronouns: string | null;
  email: string | null;
  site: string | null;
  timeZone: string | null;
  /** ISO 8601 days. */
  joinedOn: string | null;
  leftOn: string | null;
  /** For themselves and administrators. */
  staffNumber: string | null;
  team: Named | null;
  manager: Named | null;
  /** Since when they report to their manager, as an instant. */
  managerSince: Date | null;
  reports: Named[];
  /** How many report to them, of whom `reports` names the first. */
  reportCount: number;
  administrator: boolean;
  /** Whose parts of the line they are head of. */
  headOver: Named[];
  /** Ids of the frameworks that they are a steward of. */
  stewardOf: string[];
  /** Whether the viewer is their line manager today, or stands in for them. */
  managedByViewer: boolean;
}

/** How many of those who report to somebody their page names. */
export const MOST_REPORTS = 100;

export async function findPerson(db: Executor, id: string): Promise<PersonShown | undefined> {
  const { rows } = await sql<PersonShown>`
    select
      person.id,
      person.name,
      person.pronouns,
      person.email,
      person.site,
      person.time_zone as "timeZone",
      person.joined_on as "joinedOn",
      person.left_on as "leftOn",
      staff_number.number as "staffNumber",
      case when team.id is not null then json_build_object('id', team.id, 'name', team.name) end as team,
      case when manager.id is not null then json_build_object('id', manager.id, 'name', manager.name) end as manager,
      line.since as "managerSince",
      (
        select coalesce(json_agg(json_build_object('id', report.id, 'name', report.name)), '[]')
        from (
          select report.id, report.name
          from reporting_line below
          join person report on report.id = below.person_id
          where below.manager_id = person.id and below.until is null
          order by report.name collate "und-x-icu", report.id
          limit ${MOST_REPORTS}
        ) report
      ) as reports,
      (select count(*) from reporting_line below where below.manager_id = person.id and below.until is null)
        as "reportCount",
      exists (select from administrator where administrator.person_id = person.id and administrator.until is null)
        as administrator,
      (
        select coalesce(json_agg(json_build_object('id', root.id, 'name', root.name)), '[]')
        from headship
        join person root on root.id = headship.root_id
        where headship.person_id = person.id and headship.until is null
      ) as "headOver",
      array(
        select framework_id from stewardship where stewardship.person_id = person.id and stewardship.until is null
      ) as "stewardOf",
      person.id in (select people_i_manage()) as "managedByViewer"
    from person
    left join staff_number on staff_number.person_id = person.id
    left join team_member member on member.person_id = person.id and member.until is null
    left join team on team.id = member.team_id
    left join reporting_line line on line.person_id = person.id and line.until is null
    left join person manager on manager.id = line.manager_id
    where person.id = ${id}
  `.execute(db);
  return rows[0];
}

export interface ShownDeputy {
  id: string;
  /** Id of the manager for whom they stand in. */
  manager: string;
  deputy: Named;
  /** ISO 8601 days. */
  firstDay: string;
  lastDay: string;
}

/** The spans of some managers' deputies that are not over, as far as the viewer may know of them. */
export async function deputiesOf(
  db: Executor,
  managers: readonly string[],
  today: string,
): Promise<ShownDeputy[]> {
  const { rows } = await sql<ShownDeputy>`
    select
      span.id,
      span.manager_id as manager,
      json_build_object('id', deputy.id, 'name', deputy.name) as deputy,
      span.first_day as "firstDay",
      span.last_day as "lastDay"
    from deputy span
    join person deputy on deputy.id = span.deputy_id
    where span.manager_id = any (${managers}::uuid[]) and span.ended_at is null and span.last_day >= ${today}
    order by span.first_day, deputy.name collate "und-x-icu"
  `.execute(db);
  return rows;
}
