import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { Named } from '../directory/person-queries.ts';

/** How somebody stands to frameworks and to what was opened of theirs. */
export interface Standing {
  /** Frameworks that somebody said a reporting line for, and the nearest one that the person is in. */
  placed: { framework: string; within: Named | null }[];
  /** Ids of the frameworks that they chose to use. */
  chosen: string[];
  /** Whether an administrator may open a record of theirs now. */
  glassBroken: boolean;
  /** Whether they wish to be erased. */
  wishesErasure: boolean;
}

/** @param now row-level security goes by the database's own clock; this is what the page says */
export async function standingOf(db: Executor, person: string, now: Date): Promise<Standing> {
  const { rows } = await sql<Standing>`
    with recursive above (id, height) as (
      select ${person}::uuid, 0
      union
      select line.manager_id, above.height + 1
      from above
      join reporting_line line on line.person_id = above.id and line.until is null
      where line.manager_id is not null and above.height < 100
    ),
    nearest as (
      select distinct on (reach.framework_id)
        reach.framework_id,
        case when above.id is not null then json_build_object('id', root.id, 'name', root.name) end as within
      from framework_reach reach
      join person root on root.id = reach.root_id
      left join above on above.id = reach.root_id
      order by reach.framework_id, above.height
    )
    select
      (
        select coalesce(json_agg(json_build_object('framework', framework_id, 'within', within)), '[]')
        from nearest
      ) as placed,
      array(select framework_id from framework_chosen where person_id = ${person}) as chosen,
      exists (select from break_glass where owner_id = ${person} and until > ${now}) as "glassBroken",
      exists (select from erasure_wish where person_id = ${person}) as "wishesErasure"
  `.execute(db);
  const [standing] = rows;
  if (standing === undefined) throw new Error('a select without a from gave no row');
  return standing;
}

/** How many people report to somebody today. */
export async function countReports(db: Executor, manager: string): Promise<number> {
  const { rows } = await sql<{ reports: number }>`
    select count(*) as reports from reporting_line where manager_id = ${manager} and until is null
  `.execute(db);
  return rows[0]?.reports ?? 0;
}
