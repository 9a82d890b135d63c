/** SQL of the administrator's pages. Nothing here is a record of anybody's. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { Named } from '../directory/person-queries.ts';

/** Where somebody was, and since when until when. */
export interface Span {
  /** The team or the manager; null: none. */
  where: Named | null;
  since: Date;
  until: Date | null;
}

export interface PersonHistory {
  teams: Span[];
  managers: Span[];
  wishesErasure: boolean;
}

/** Which teams somebody was in and whom they reported to, newest first. */
export async function historyOf(db: Executor, person: string): Promise<PersonHistory> {
  const { rows } = await sql<{
    kind: 'team' | 'manager' | 'wish';
    where: Named | null;
    since: Date;
    until: Date | null;
  }>`
    select
      'team' as kind,
      json_build_object('id', team.id, 'name', team.name) as where,
      member.since,
      member.until
    from team_member member
    join team on team.id = member.team_id
    where member.person_id = ${person}
    union all
    select
      'manager',
      case when manager.id is not null then json_build_object('id', manager.id, 'name', manager.name) end,
      line.since,
      line.until
    from reporting_line line
    left join person manager on manager.id = line.manager_id
    where line.person_id = ${person}
    union all
    select 'wish', null, wished_at, null from erasure_wish where person_id = ${person}
    order by since desc
  `.execute(db);
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return { teams: of('team'), managers: of('manager'), wishesErasure: of('wish').length > 0 };
}

export interface Team extends Named {
  members: number;
}

export async function listTeams(db: Executor): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select
      team.id,
      team.name,
      (select count(*) from team_member member where member.team_id = team.id and member.until is null) as members
    from team
    order by team.name collate "und-x-icu"
  `.execute(db);
  return rows;
}

/** Whether somebody is the one administrator that is left. */
export async function isLastAdministrator(db: Executor, person: string): Promise<boolean> {
  const { rows } = await sql<{ last: boolean }>`
    select bool_and(person_id = ${person}) as last from administrator where until is null
  `.execute(db);
  return rows[0]?.last === true;
}

/** What asks for an administrator. */
export async function whatWaits(db: Executor, now: Date): Promise<{ wishes: number; glass: number }> {
  const { rows } = await sql<{ wishes: number; glass: number }>`
    select
      (select count(*) from erasure_wish) as wishes,
      (select count(*) from break_glass where until > ${now}) as glass
  `.execute(db);
  return rows[0] ?? { wishes: 0, glass: 0 };
}

export interface RoleHeld {
  id: string;
  person: Named;
  /** Of a head: whose part of the line. */
  root?: Named;
  /** Of a steward: id of the framework. */
  framework?: string;
  since: Date;
}

export interface RolesHeld {
  administrators: RoleHeld[];
  heads: RoleHeld[];
  stewards: RoleHeld[];
}

export async function listRoles(db: Executor): Promise<RolesHeld> {
  const { rows } = await sql<RoleHeld & { kind: keyof RolesHeld }>`
    select 'administrators' as kind, role.id, ${namedAs('person')} as person, null as root, null as framework, role.since
    from administrator role join person on person.id = role.person_id
    where role.until is null
    union all
    select 'heads', role.id, ${namedAs('person')}, ${namedAs('root')}, null, role.since
    from headship role join person on person.id = role.person_id join person root on root.id = role.root_id
    where role.until is null
    union all
    select 'stewards', role.id, ${namedAs('person')}, null, role.framework_id, role.since
    from stewardship role join person on person.id = role.person_id
    where role.until is null
    order by since, id
  `.execute(db);
  const of = (kind: keyof RolesHeld) => rows.filter((row) => row.kind === kind);
  return { administrators: of('administrators'), heads: of('heads'), stewards: of('stewards') };
}

function namedAs(table: string) {
  return sql`jsonb_build_object('id', ${sql.ref(`${table}.id`)}, 'name', ${sql.ref(`${table}.name`)})`;
}

export interface ReachSet {
  framework: string;
  root: Named;
}

export async function listReach(db: Executor): Promise<ReachSet[]> {
  const { rows } = await sql<ReachSet>`
    select reach.framework_id as framework, json_build_object('id', root.id, 'name', root.name) as root
    from framework_reach reach
    join person root on root.id = reach.root_id
    order by root.name collate "und-x-icu"
  `.execute(db);
  return rows;
}

export interface SettingsEvent {
  id: string;
  at: Date;
  verb: string;
  subject: string;
  /** Null where nobody of this id is there any more, or ever was. */
  actor: Named | null;
  /** Whether it was done on the machine itself, by a command or a link that it printed. */
  byOperator: boolean;
  about: Named | null;
  /** Whether it was about somebody, who may have been erased. */
  aboutSomebody: boolean;
}

/** What was changed about accounts, people and settings, newest first, before an event where one is named. */
export async function listSettingsEvents(
  db: Executor,
  before: string | undefined,
  limit: number,
): Promise<SettingsEvent[]> {
  const { rows } = await sql<SettingsEvent>`
    select
      event.id,
      event.at,
      event.verb,
      event.subject,
      case when actor.id is not null then json_build_object('id', actor.id, 'name', actor.name) end as actor,
      event.actor !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' as "byOperator",
      case when about.id is not null then json_build_object('id', about.id, 'name', about.name) end as about,
      event.about is not null as "aboutSomebody"
    from event
    left join person actor on actor.id::text = event.actor
    left join person about on about.id = event.about
    where event.kind = 'settings'
      ${before === undefined ? sql`` : sql`and (event.at, event.id) < (select at, id from event where id = ${before})`}
    order by event.at desc, event.id desc
    limit ${limit + 1}
  `.execute(db);
  return rows;
}
