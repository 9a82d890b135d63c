import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';

/** The viewer's time zone, as an IANA name. */
export async function findTimeZone(db: Executor): Promise<string> {
  const { rows } = await sql<{ zone: string | null }>`
    select time_zone as zone from person where id = viewer()
  `.execute(db);
  return rows[0]?.zone ?? 'UTC';
}
