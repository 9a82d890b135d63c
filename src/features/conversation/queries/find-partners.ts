import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { Participant } from '../talk.ts';

/** Somebody with whom the viewer may begin a conversation, and who is what in it. */
export interface Partner {
  /** The person whom it is about: the viewer, or somebody who reports to them. */
  person: Required<Participant>;
  /** Who holds it on the manager's side. */
  manager: Required<Participant>;
  /** The line manager, where the viewer is their deputy. */
  inPlaceOf?: Required<Participant>;
  /** The level that the person holds. */
  held?: { framework: string; level: string };
}

/** The viewer's own line manager first, then whoever reports to the viewer, by name. */
export async function findPartners(db: Executor, viewer: Required<Participant>): Promise<Partner[]> {
  const { rows } = await sql<Row>`
    select
      person.id,
      person.name,
      manager.id as "managerId",
      manager.name as "managerName",
      held.framework_id as framework,
      held.level_id as level
    from person
    join reporting_line line on line.person_id = person.id and line.until is null
    join person manager on manager.id = line.manager_id
    left join level_held held on held.person_id = person.id and held.until is null
    where (person.id = viewer() or person.id in (select people_i_manage())) and person.left_on is null
    order by person.id = viewer() desc, person.name collate "und-x-icu", person.id
  `.execute(db);
  return rows.map((row) => partnerOf(row, viewer));
}

/** Whom the viewer would talk with. */
export function otherOf({ person, manager }: Partner, viewer: string): Required<Participant> {
  return person.id === viewer ? manager : person;
}

interface Row {
  id: string;
  name: string;
  managerId: string;
  managerName: string;
  framework: string | null;
  level: string | null;
}

function partnerOf(row: Row, viewer: Required<Participant>): Partner {
  const { id, name, managerId, managerName, framework, level } = row;
  const line = { id: managerId, name: managerName };
  const own = id === viewer.id || managerId === viewer.id;
  return {
    person: { id, name },
    // A deputy holds it in their own name.
    ...(own ? { manager: line } : { manager: viewer, inPlaceOf: line }),
    ...(framework === null || level === null ? {} : { held: { framework, level } }),
  };
}
