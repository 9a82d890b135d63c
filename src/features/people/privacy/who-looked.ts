import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { Named } from '../directory/person-queries.ts';

/** Something of a person's that somebody else opened. */
export interface Look {
  id: string;
  at: Date;
  /** Such as `evidence.opened`. */
  verb: string;
  /** Such as `evidence:ID`. */
  subject: string;
  /** Null where they have been erased since. */
  by: Named | null;
}

/** Who opened what of somebody, newest first, before a look where one is named. */
export async function looksAt(
  db: Executor,
  person: string,
  before: string | undefined,
  limit: number,
): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select
      event.id,
      event.at,
      event.verb,
      event.subject,
      case when actor.id is not null then json_build_object('id', actor.id, 'name', actor.name) end as by
    from event
    left join person actor on actor.id::text = event.actor
    where event.about = ${person}
      and event.kind = 'record'
      and event.verb like '%.opened'
      and event.actor <> ${person}
      ${before === undefined ? sql`` : sql`and (event.at, event.id) < (select at, id from event where id = ${before})`}
    order by event.at desc, event.id desc
    limit ${limit + 1}
  `.execute(db);
  return rows;
}

/** Looks of one person at one thing on one day, which are told as one. */
export interface Looks extends Look {
  times: number;
}

export function gathered(looks: readonly Look[]): Looks[] {
  const all: Looks[] = [];
  for (const look of looks) {
    const last = all.at(-1);
    const same =
      last !== undefined &&
      last.verb === look.verb &&
      last.subject === look.subject &&
      last.by?.id === look.by?.id &&
      last.at.toISOString().slice(0, 10) === look.at.toISOString().slice(0, 10);
    if (same) last.times += 1;
    else all.push({ ...look, times: 1 });
  }
  return all;
}

/** A record that an administrator opened by breaking the glass. */
export interface BrokenGlass {
  id: string;
  administrator: Named | null;
  owner: Named | null;
  recordKind: string;
  recordId: string;
  reason: string;
  openedAt: Date;
  until: Date;
}

/** What was opened by breaking the glass, newest first: of one person, or of everybody as administrators see it. */
export async function brokenGlass(
  db: Executor,
  owner: string | undefined,
  limit: number,
): Promise<BrokenGlass[]> {
  const { rows } = await sql<BrokenGlass>`
    select
      glass.id,
      case when administrator.id is not null
        then json_build_object('id', administrator.id, 'name', administrator.name) end as administrator,
      case when owner.id is not null then json_build_object('id', owner.id, 'name', owner.name) end as owner,
      glass.record_kind as "recordKind",
      glass.record_id as "recordId",
      glass.reason,
      glass.opened_at as "openedAt",
      glass.until
    from break_glass glass
    left join person administrator on administrator.id = glass.administrator_id
    left join person owner on owner.id = glass.owner_id
    ${owner === undefined ? sql`` : sql`where glass.owner_id = ${owner}`}
    order by glass.opened_at desc, glass.id desc
    limit ${limit}
  `.execute(db);
  return rows;
}
