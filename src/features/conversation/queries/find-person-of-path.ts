import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';

/** The name of the viewer, or of somebody who reports to them: their path is there before any conversation is. */
export async function findPersonOfPath(db: Executor, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from person where id = ${id} and (id = viewer() or id in (select people_i_manage()))
  `.execute(db);
  return rows[0]?.name;
}
