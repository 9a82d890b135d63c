import { type RawBuilder, sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import { NAMES_NEAR } from './directory.ts';
import { withoutNulls } from './without-nulls.ts';

/** Where somebody stands: what pages about their own evidence need to know of them. */
export interface Standing {
  /** IANA name. */
  timeZone?: string;
  /** Who reads what they share: the line manager of today, then whoever stands in for them. */
  readers: Reader[];
  level?: LevelHeld;
}

export interface Reader {
  id: string;
  name: string;
  /** Last day on which they stand in for the line manager; absent for the line manager. */
  until?: string;
}

export interface LevelHeld {
  framework: string;
  level: string;
  /** The release in force when it was set. */
  release?: string;
  /** ISO 8601 day. */
  since: string;
}

/** @param person the viewer */
export async function findStanding(db: Executor, person: string): Promise<Standing> {
  return (await findRow(db, person, NO_NAMES)).standing;
}

/** The same with names of those whom their work is likely to have helped. @param person the viewer */
export async function findStandingAndNames(
  db: Executor,
  person: string,
): Promise<{ standing: Standing; names: string[] }> {
  return findRow(db, person, NAMES_NEAR);
}

const NO_NAMES = sql`'[]'::json`;

async function findRow(db: Executor, person: string, names: RawBuilder<unknown>) {
  const { rows } = await sql<Row>`
    select
      person.time_zone as "timeZone",
      held.framework_id as framework,
      held.level_id as level,
      held.release_version as release,
      held.since,
      ${READERS} as readers,
      ${names} as names
    from person
    left join level_held held on held.person_id = person.id and held.until is null
    where person.id = ${person}
  `.execute(db);
  const [row] = rows;
  if (row === undefined) return { standing: { readers: [] }, names: [] };
  return { standing: standingOfRow(row), names: row.names };
}

function standingOfRow({ timeZone, readers, framework, level, release, since }: Row): Standing {
  return {
    ...(timeZone === null ? {} : { timeZone }),
    readers: readers.map(withoutNulls),
    ...(level === null ? {} : { level: withoutNulls({ framework, level, release, since }) as LevelHeld }),
  };
}

interface Row {
  timeZone: string | null;
  framework: string | null;
  level: string | null;
  release: string | null;
  since: string | null;
  readers: Reader[];
  names: string[];
}

const READERS = sql`(
  select coalesce(json_agg(json_build_object(
    'id', reader.id,
    'name', reader.name,
    'until', deputy.last_day
  ) order by deputy.last_day nulls first, reader.name), '[]')
  from reporting_line line
  cross join lateral (
    select line.manager_id as reader_id, null::date as last_day
    union all
    select deputy_id, last_day
    from deputy
    where deputy.manager_id = line.manager_id and current_date between first_day and last_day
  ) as deputy
  join person reader on reader.id = deputy.reader_id
  where line.person_id = person.id and line.until is null and reader.id <> person.id
)`;
