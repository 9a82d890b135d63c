/** SQL of the directory: names, teams and the reporting line of today. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import { foldedWords, likeWords } from '../person-meant.ts';

export interface ListedPerson {
  id: string;
  name: string;
  pronouns: string | null;
  email: string | null;
  site: string | null;
  team: string | null;
  manager: { id: string; name: string } | null;
  /** ISO 8601 day. */
  leftOn: string | null;
}

export interface DirectoryFilter {
  /** What was typed: words of the name or the e-mail address. */
  typed: string;
  /** Id of a team. */
  team: string | undefined;
  site: string | undefined;
  /** Whether those who have left are listed instead. */
  left: boolean;
  /** Id of the person after whom the page begins. */
  after: string | undefined;
}

/** A page of people in the order of their names, and one more if there are further ones. */
export async function listPeople(
  db: Executor,
  { typed, team, site, left, after }: DirectoryFilter,
  limit: number,
): Promise<ListedPerson[]> {
  const words = foldedWords(typed);
  const start = after === undefined ? undefined : await nameOf(db, after);
  const conditions = [
    left ? sql`person.left_on is not null` : sql`person.left_on is null`,
    ...(words.length === 0 ? [] : [sql`person.folded like all (${likeWords(words)}::text[])`]),
    ...(team === undefined ? [] : [sql`member.team_id = ${team}`]),
    ...(site === undefined ? [] : [sql`person.site = ${site}`]),
    ...(start === undefined
      ? []
      : [sql`(person.name collate "und-x-icu", person.id) > (${start}, ${after}::uuid)`]),
  ];
  const { rows } = await sql<ListedPerson>`
    select
      person.id,
      person.name,
      person.pronouns,
      person.email,
      person.site,
      team.name as team,
      case when manager.id is not null then json_build_object('id', manager.id, 'name', manager.name) end as manager,
      person.left_on as "leftOn"
    from person
    left join team_member member on member.person_id = person.id and member.until is null
    left join team on team.id = member.team_id
    left join reporting_line line on line.person_id = person.id and line.until is null
    left join person manager on manager.id = line.manager_id
    where ${sql.join(conditions, sql` and `)}
    order by person.name collate "und-x-icu", person.id
    limit ${limit + 1}
  `.execute(db);
  return rows;
}

async function nameOf(db: Executor, id: string): Promise<string | undefined> {
  const found = await db.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst();
  return found?.name;
}

export interface FilterChoices {
  teams: { id: string; name: string }[];
  sites: string[];
}

/** By what the directory can be filtered. */
export async function filterChoices(db: Executor): Promise<FilterChoices> {
  // One look into the index for each site, however many people work there.
  const { rows } = await sql<FilterChoices>`
    with recursive next_site (site) as (
      (select site from person where left_on is null and site is not null order by site limit 1)
      union all
      select (
        select person.site from person
        where left_on is null and person.site > next_site.site
        order by person.site limit 1
      )
      from next_site
      where next_site.site is not null
    )
    select
      (
        select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name collate "und-x-icu"), '[]')
        from team
      ) as teams,
      (
        select coalesce(json_agg(site order by site collate "und-x-icu"), '[]')
        from next_site where site is not null
      ) as sites
  `.execute(db);
  return rows[0] ?? { teams: [], sites: [] };
}

export interface LinePerson {
  id: string;
  name: string;
  team: string | null;
  /** How many people report to them. */
  reports: number;
}

/** Those above somebody in the line of today, topmost first, and themselves last. */
export async function lineAbove(db: Executor, person: string): Promise<LinePerson[]> {
  const { rows } = await sql<LinePerson>`
    with recursive above (id, height) as (
      select ${person}::uuid, 0
      union
      select line.manager_id, above.height + 1
      from above
      join reporting_line line on line.person_id = above.id and line.until is null
      where line.manager_id is not null and above.height < ${HIGHEST}
    )
    select ${ofLine}
    from above
    join person on person.id = above.id
    ${withTeam}
    where person.left_on is null
    order by above.height desc
  `.execute(db);
  return rows;
}

/** No organisation has more managers above somebody; a loop, which nothing lets in, would end here. */
const HIGHEST = 100;

const ofLine = sql`
  person.id,
  person.name,
  team.name as team,
  (select count(*) from reporting_line below where below.manager_id = person.id and below.until is null) as reports
`;

const withTeam = sql`
  left join team_member member on member.person_id = person.id and member.until is null
  left join team on team.id = member.team_id
`;

/** Those who report to somebody, in the order of their names, after one of them where one is named. */
export async function reportsOf(
  db: Executor,
  manager: string,
  after: string | undefined,
  limit: number,
): Promise<LinePerson[]> {
  return ofLineWhere(db, sql`line.manager_id = ${manager}`, after, limit);
}

/** Those who report to nobody. */
export async function withoutManager(
  db: Executor,
  after: string | undefined,
  limit: number,
): Promise<LinePerson[]> {
  return ofLineWhere(db, sql`line.manager_id is null`, after, limit);
}

async function ofLineWhere(
  db: Executor,
  where: ReturnType<typeof sql>,
  after: string | undefined,
  limit: number,
): Promise<LinePerson[]> {
  const further =
    after === undefined
      ? sql``
      : sql`
          and (person.name collate "und-x-icu", person.id)
            > ((select name from person where id = ${after}) collate "und-x-icu", ${after}::uuid)
        `;
  const { rows } = await sql<LinePerson>`
    select ${ofLine}
    from person
    left join reporting_line line on line.person_id = person.id and line.until is null
    ${withTeam}
    where ${where} and person.left_on is null ${further}
    order by person.name collate "und-x-icu", person.id
    limit ${limit + 1}
  `.execute(db);
  return rows;
}
