/** SQL of qualifications. What the viewer may not see is not there. */
import { type RawBuilder, sql } from 'kysely';
import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { Validity } from '../../../domain/qualification.ts';

export interface Qualification extends Validity {
  id: string;
  /** Id of whose it is. */
  person: string;
  name: string;
  /** Who gave it. */
  body: string | null;
  number: string | null;
  /** Since when the line manager may read it. */
  sharedAt: Date | null;
  file: { name: string; type: string } | null;
}

/** Somebody's, as far as the viewer may read them; those that end soonest first. */
export async function qualificationsOf(db: Executor, person: string): Promise<Qualification[]> {
  return selectQualifications(
    db,
    sql`
      where qualification.person_id = ${person}
      order by qualification.valid_until nulls last, lower(qualification.name), qualification.id
      limit 500
    `,
  );
}

/** One of the person's own. */
export async function findOwnQualification(
  db: Executor,
  person: string,
  id: string,
): Promise<Qualification | undefined> {
  if (!isId(id)) return undefined;
  const [found] = await selectQualifications(
    db,
    sql`where qualification.id = ${id} and qualification.person_id = ${person}`,
  );
  return found;
}

/** Keeps anybody else from changing it until the transaction ends. */
export async function lockQualification(db: Executor, id: string): Promise<void> {
  if (isId(id)) await sql`select from qualification where id = ${id} for update`.execute(db);
}

/** The file of one that the viewer may read, with its bytes. */
export async function findFile(db: Executor, id: string) {
  if (!isId(id)) return undefined;
  const { rows } = await sql<{ owner: string; name: string; type: string; bytes: Uint8Array<ArrayBuffer> }>`
    select person_id as owner, file_name as name, file_type as type, file_bytes as bytes
    from qualification
    where id = ${id} and file_bytes is not null
  `.execute(db);
  return rows[0];
}

async function selectQualifications(db: Executor, where: RawBuilder<unknown>): Promise<Qualification[]> {
  const { rows } = await sql<Qualification>`
    select
      qualification.id,
      qualification.person_id as person,
      qualification.name,
      qualification.body,
      qualification.number,
      qualification.valid_from as from,
      qualification.valid_until as until,
      qualification.shared_at as "sharedAt",
      case when qualification.file_name is not null then json_build_object(
        'name', qualification.file_name,
        'type', qualification.file_type
      ) end as file
    from qualification
    ${where}
  `.execute(db);
  return rows;
}
