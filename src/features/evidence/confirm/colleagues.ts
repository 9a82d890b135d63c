/** Whom of the directory one can ask. The executor comes first. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';

/** Somebody of the directory, told apart from others of the same name. */
export interface Colleague {
  id: string;
  name: string;
  email: string | null;
  team: string | null;
  site: string | null;
}

/** How many people a search names at most. */
const MOST_FOUND = 20;

/** People whose name or address holds what was typed, those first whose name begins with it. */
export async function findColleagues(db: Executor, typed: string, except: string): Promise<Colleague[]> {
  const words = typed.trim().replace(/[\\%_]/g, '\\$&');
  if (words === '') return [];
  const { rows } = await sql<Colleague>`
    select person.id, person.name, person.email, team.name as team, person.site
    from person
    left join team_member member on member.person_id = person.id and member.until is null
    left join team on team.id = member.team_id
    where person.left_on is null
      and person.id <> ${except}
      and (person.name ilike ${`%${words}%`} or person.email ilike ${`${words}%`})
    order by person.name ilike ${`${words}%`} desc, person.name collate "und-x-icu", person.id
    limit ${MOST_FOUND}
  `.execute(db);
  return rows;
}

/** Somebody of the directory who is still here. */
export async function findColleague(db: Executor, id: string): Promise<Colleague | undefined> {
  const { rows } = await sql<Colleague>`
    select person.id, person.name, person.email, team.name as team, person.site
    from person
    left join team_member member on member.person_id = person.id and member.until is null
    left join team on team.id = member.team_id
    where person.id = ${id} and person.left_on is null
  `.execute(db);
  return rows[0];
}
