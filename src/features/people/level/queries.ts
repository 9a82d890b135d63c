import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { LevelHeld } from '../../../domain/levels-held.ts';

/** A level as its history shows it. */
export interface LevelInHistory extends LevelHeld {
  /** The release in force when it was set. */
  releaseVersion: string | null;
  /** Who set it; null where they have been erased. */
  setBy: { id: string; name: string } | null;
  /** Whether the command line set it. */
  setByCommand: boolean;
  setAt: Date;
}

/** What somebody holds and held, newest first; nothing where the viewer may not know it. */
export async function levelsOf(db: Executor, person: string): Promise<LevelInHistory[]> {
  const { rows } = await sql<LevelInHistory>`
    select
      held.id,
      held.framework_id as framework,
      held.level_id as level,
      held.since,
      held.until,
      held.release_version as "releaseVersion",
      case when setter.id is not null then json_build_object('id', setter.id, 'name', setter.name) end as "setBy",
      held.set_by is null as "setByCommand",
      held.set_at as "setAt"
    from level_held held
    left join person setter on setter.id = held.set_by
    where held.person_id = ${person}
    order by held.since desc
  `.execute(db);
  return rows;
}
