import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';

/** Somebody or a team of the directory. */
export interface Named {
  id: string;
  name: string;
  is: 'person' | 'team';
}

/** More names than this are not offered: what is typed is looked for among all of them. */
const MOST_OFFERED = 60;

/** Everybody and every team of exactly this name, whatever its case. */
export async function findNamed(db: Executor, name: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, name, 'person' as is
    from person
    where lower(name) = lower(${name}) and left_on is null
    union all
    select id, name, 'team'
    from team
    where lower(name) = lower(${name})
  `.execute(db);
  return rows;
}

/** Whom the work of a query's `person` is likely to have helped: those nearest to them, and all teams. As JSON. */
export const NAMES_NEAR = sql`(
  select coalesce(json_agg(near.name order by near.place, near.name collate "und-x-icu"), '[]')
  from (
    select other.name, 1 as place
    from team_member member
    join person other on other.id = member.person_id
    where member.until is null
      and member.team_id in (select team_id from team_member where person_id = person.id and until is null)
      and other.id <> person.id
      and other.left_on is null
    union
    select name, 2
    from team
    order by place, name
    limit ${sql.lit(MOST_OFFERED)}
  ) as near
)`;
