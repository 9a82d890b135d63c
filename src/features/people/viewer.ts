import { sql } from 'kysely';
import type { Executor } from '../../db/schema.ts';
import type { Session, Viewer } from '../../web/session.ts';

/**
 * Who looks, within their own transaction.
 *
 * @returns undefined for somebody who was erased or has left since they signed in
 */
export async function findViewer(db: Executor, session: Session): Promise<Viewer | undefined> {
  const { rows } = await sql<{
    name: string;
    administrator: boolean;
    manages: boolean;
    head: boolean;
    frameworks: string[];
  }>`
    select
      person.name,
      is_administrator() as administrator,
      exists (select from people_i_manage()) as manages,
      exists (select from headship where headship.person_id = person.id and headship.until is null) as head,
      array(
        select framework_id from stewardship where stewardship.person_id = person.id and stewardship.until is null
      ) as frameworks
    from person
    where person.id = ${session.person} and person.left_on is null
  `.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { frameworks, ...what } = row;
  return { ...session, ...what, stewardOf: new Set(frameworks) };
}
