import { sql } from 'kysely';
import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';

/** Where somebody stands, as far as their plan needs to know it. */
export interface Standing {
  id: string;
  name: string;
  /** IANA name. */
  timeZone: string | null;
  /** Whoever is their line manager today, and whoever stands in. */
  managers: Manager[];
  /** What they hold, where the viewer may know it. */
  level: { framework: string; level: string } | null;
  /** When they last had a talk, and by when the next one is due. */
  lastTalk: Date | null;
  talkDueOn: string | null;
  /** IANA name of the viewer's own. */
  viewerTimeZone: string | null;
}

export interface Manager {
  id: string;
  name: string;
  /** Last day on which they stand in; absent for the line manager. */
  until: string | null;
}

/**
 * The viewer themselves, or somebody whom the viewer manages.
 *
 * @returns undefined for everybody else
 */
export async function findStanding(db: Executor, person: string): Promise<Standing | undefined> {
  if (!isId(person)) return undefined;
  const { rows } = await sql<Standing>`
    select
      person.id,
      person.name,
      person.time_zone as "timeZone",
      (
        select coalesce(json_agg(json_build_object('id', manager.id, 'name', manager.name, 'until', side.until)
          order by side.until nulls first, manager.name), '[]')
        from (
          select line.manager_id as id, null::date as until
          union all
          select deputy.deputy_id, deputy.last_day
          from deputy
          where deputy.manager_id = line.manager_id
            and current_date between deputy.first_day and deputy.last_day
            and deputy.ended_at is null
        ) side
        join person manager on manager.id = side.id
        where manager.id <> person.id
      ) as managers,
      case when held.id is not null then json_build_object(
        'framework', held.framework_id,
        'level', held.level_id
      ) end as level,
      last_talk_of(person.id) as "lastTalk",
      talk_due_of(person.id) as "talkDueOn",
      (select looker.time_zone from person looker where looker.id = viewer()) as "viewerTimeZone"
    from person
    left join reporting_line line on line.person_id = person.id and line.until is null
    left join level_held held on held.person_id = person.id and held.until is null
    where person.id = ${person} and is_mine_or_my_reports(person.id)
  `.execute(db);
  return rows[0];
}
