import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { findPerson } from '../directory/person-queries.ts';
import { levelNames } from '../level/level-words.tsx';
import { levelsOf } from '../level/queries.ts';
import { brokenGlass } from './who-looked.ts';

/** A time at which something held, as instants; without an end it still does. */
interface During {
  since: string;
  until: string | null;
}

/** Everything that the directory holds of a person. Others stand in it by name, never by address. */
export interface DirectoryData {
  id: string;
  name: string;
  pronouns: string | null;
  email: string | null;
  staffNumber: string | null;
  site: string | null;
  timeZone: string | null;
  joinedOn: string | null;
  teams: (During & { team: string })[];
  reportedTo: (During & { manager: string | null })[];
  reportedToYou: (During & { person: string })[];
  levels: {
    framework: string;
    frameworkName: string;
    release: string | null;
    level: string;
    levelName: string;
    since: string;
    until: string | null;
    setBy: string;
    setAt: string;
  }[];
  deputies: { deputy: string; firstDay: string; lastDay: string; endedAt: string | null }[];
  stoodInFor: { manager: string; firstDay: string; lastDay: string; endedAt: string | null }[];
  administrator: During[];
  headOver: (During & { line: string })[];
  stewardOf: (During & { framework: string })[];
  chosenFrameworks: { framework: string; chosenAt: string }[];
  wishedErasureAt: string | null;
  glassBroken: { administrator: string; record: string; reason: string; openedAt: string; until: string }[];
  happened: { at: string; what: string; by: string; to: string }[];
}

const ERASED = 'somebody who has been erased';

export async function directoryData(
  db: Executor,
  person: string,
  _now: Date,
  published: PublishedFrameworks,
): Promise<DirectoryData> {
  const shown = await findPerson(db, person);
  if (shown === undefined) throw new Error('whoever asks for what is held of them is held');
  const { id, name, pronouns, email, staffNumber, site, timeZone, joinedOn } = shown;
  const levels = (await levelsOf(db, person)).map((held) => {
    const names = levelNames(published, held);
    return {
      framework: held.framework,
      frameworkName: names.framework,
      release: held.releaseVersion,
      level: held.level,
      levelName: names.level,
      since: held.since,
      until: held.until,
      setBy: held.setByCommand ? 'the command line' : (held.setBy?.name ?? ERASED),
      setAt: held.setAt.toISOString(),
    };
  });
  const glassBroken = (await brokenGlass(db, person, 10_000)).map((glass) => ({
    administrator: glass.administrator?.name ?? ERASED,
    record: `${glass.recordKind} ${glass.recordId}`,
    reason: glass.reason,
    openedAt: glass.openedAt.toISOString(),
    until: glass.until.toISOString(),
  }));
  const own = { id, name, pronouns, email, staffNumber, site, timeZone, joinedOn };
  return { ...own, levels, glassBroken, ...(await histories(db, person)) };
}

type Histories = Omit<
  DirectoryData,
  | 'id'
  | 'name'
  | 'pronouns'
  | 'email'
  | 'staffNumber'
  | 'site'
  | 'timeZone'
  | 'joinedOn'
  | 'levels'
  | 'glassBroken'
>;

/** Everything else, each as a list: one question of the database for all of it. */
async function histories(db: Executor, person: string): Promise<Histories> {
  const { rows } = await sql<Histories>`
    select
      ${list(sql`
        select team.name as team, member.since, member.until
        from team_member member join team on team.id = member.team_id
        where member.person_id = ${person} order by member.since
      `)} as teams,
      ${list(sql`
        select manager.name as manager, line.since, line.until
        from reporting_line line left join person manager on manager.id = line.manager_id
        where line.person_id = ${person} order by line.since
      `)} as "reportedTo",
      ${list(sql`
        select report.name as person, line.since, line.until
        from reporting_line line join person report on report.id = line.person_id
        where line.manager_id = ${person} order by line.since
      `)} as "reportedToYou",
      ${list(sql`
        select other.name as deputy, span.first_day as "firstDay", span.last_day as "lastDay", span.ended_at as "endedAt"
        from deputy span join person other on other.id = span.deputy_id
        where span.manager_id = ${person} order by span.first_day
      `)} as deputies,
      ${list(sql`
        select other.name as manager, span.first_day as "firstDay", span.last_day as "lastDay", span.ended_at as "endedAt"
        from deputy span join person other on other.id = span.manager_id
        where span.deputy_id = ${person} order by span.first_day
      `)} as "stoodInFor",
      ${list(sql`select since, until from administrator where person_id = ${person} order by since`)} as administrator,
      ${list(sql`
        select root.name as line, role.since, role.until
        from headship role join person root on root.id = role.root_id
        where role.person_id = ${person} order by role.since
      `)} as "headOver",
      ${list(sql`
        select framework_id as framework, since, until from stewardship where person_id = ${person} order by since
      `)} as "stewardOf",
      ${list(sql`
        select framework_id as framework, chosen_at as "chosenAt"
        from framework_chosen where person_id = ${person} order by chosen_at
      `)} as "chosenFrameworks",
      (select to_json(wished_at) from erasure_wish where person_id = ${person}) as "wishedErasureAt",
      ${list(sql`
        select
          event.at,
          event.verb as what,
          case when event.actor = 'command-line' then 'the command line' else coalesce(actor.name, ${ERASED}) end as by,
          event.subject as to
        from event left join person actor on actor.id::text = event.actor
        where event.about = ${person} order by event.at, event.id
      `)} as happened
  `.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('a select without a from gave no row');
  return found;
}

function list(select: ReturnType<typeof sql>) {
  return sql`(select coalesce(json_agg(row_to_json(one)), '[]') from (${select}) one)`;
}
