/** Notes in bulk, as whoever owns the tables: how people note has tests of its own. */
import { sql } from 'kysely';
import { idOf, type Name, NEWEST } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';

/**
 * Notes one a day, back from the end of 2025; every other one tied to an expectation of the own level, every third one
 * shared.
 */
export async function noteMany({ owner }: Database, name: Name, notes: number): Promise<void> {
  const person = idOf(name);
  await sql`
    insert into evidence (id, person_id, text, happened_on, kind, noted_at, changed_at, version, shared_at, came_by)
    select
      ('01930000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid,
      ${person}::uuid,
      'Note ' || n || ': brought the mooring sensors back after the storm. '
        || case when n % 100 = 0 then 'The crane stood still.' else 'Nobody waited.' end,
      date '2025-12-31' - n,
      case when n % 5 = 0 then 'incident led' end,
      now() - n * interval '1 minute',
      now(),
      1,
      case when n % 3 = 0 then now() end,
      'page'
    from generate_series(1, ${notes}::int) as n
  `.execute(owner);
  await sql`
    insert into evidence_tie (evidence_id, person_id, framework_id, release_version, expectation_id, tied_at)
    select id, person_id, 'harbour', ${NEWEST}, 'incidents-watch', now()
    from evidence
    where person_id = ${person}::uuid and text like 'Note %' and extract(day from happened_on)::int % 2 = 0
  `.execute(owner);
  await sql`analyze evidence`.execute(owner);
  await sql`analyze evidence_tie`.execute(owner);
}
