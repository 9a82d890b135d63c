/** The directory as an import compares with it, and an export writes it. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { LevelHeld } from '../../../domain/levels-held.ts';

export interface DirectoryRow {
  id: string;
  name: string;
  email: string | null;
  staffNumber: string | null;
  pronouns: string | null;
  team: string | null;
  /** Id of the manager. */
  manager: string | null;
  site: string | null;
  timeZone: string | null;
  /** ISO 8601 days. */
  joinedOn: string | null;
  leftOn: string | null;
  /** Everything held, oldest first. */
  levels: LevelHeld[];
  administrator: boolean;
}

/** Everybody, those who have left included, in the order of their names. */
export async function directorySnapshot(db: Executor): Promise<DirectoryRow[]> {
  const { rows } = await sql<DirectoryRow>`
    with levels as (
      select
        person_id,
        json_agg(
          json_build_object('id', id, 'framework', framework_id, 'level', level_id, 'since', since, 'until', until)
          order by since
        ) as levels
      from level_held
      group by person_id
    )
    select
      person.id,
      person.name,
      person.email,
      staff_number.number as "staffNumber",
      person.pronouns,
      team.name as team,
      line.manager_id as manager,
      person.site,
      person.time_zone as "timeZone",
      person.joined_on as "joinedOn",
      person.left_on as "leftOn",
      coalesce(levels.levels, '[]') as levels,
      administrator.person_id is not null as administrator
    from person
    left join staff_number on staff_number.person_id = person.id
    left join team_member member on member.person_id = person.id and member.until is null
    left join team on team.id = member.team_id
    left join reporting_line line on line.person_id = person.id and line.until is null
    left join levels on levels.person_id = person.id
    left join administrator on administrator.person_id = person.id and administrator.until is null
    order by person.name collate "und-x-icu", person.id
  `.execute(db);
  return rows;
}

/** The level held now. */
export function heldNow({ levels }: Pick<DirectoryRow, 'levels'>): LevelHeld | undefined {
  return levels.find(({ until }) => until === null);
}
