/** Evidence of somebody, entered as whoever owns the tables, to see who may read it. */

import { idOf, NAMES, type Name } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';
import { newId } from '../../../db/ids.ts';
import { asViewer } from '../../../db/viewer.ts';

/** A piece that is shared with the manager, and one that is private. */
export async function noteEvidence(
  { owner }: Database,
  person: string,
): Promise<{ shared: string; own: string }> {
  const [shared, own] = [newId(), newId()];
  const at = new Date('2026-03-03T10:00:00Z');
  for (const id of [shared, own]) {
    await owner
      .insertInto('evidence')
      .values({
        id,
        person_id: person,
        text: 'Brought the mooring sensors back before the ferry came.',
        happened_on: '2026-03-02',
        kind: null,
        noted_at: at,
        changed_at: at,
        version: 1,
        shared_at: id === shared ? at : null,
        framework_id: null,
        release_version: null,
        came_by: 'page',
      })
      .execute();
  }
  return { shared, own };
}

/** Who of the cast may read a piece, by raw SQL as the role of requests. */
export async function readersOf({ db }: Database, piece: string): Promise<Name[]> {
  const readers: Name[] = [];
  for (const name of NAMES) {
    const found = await asViewer(db, idOf(name), (visit) =>
      visit.selectFrom('evidence').select('id').where('id', '=', piece).execute(),
    );
    if (found.length > 0) readers.push(name);
  }
  return readers;
}
