import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';

/**
 * Lets the line manager read several of the viewer's own pieces of evidence at once. What is not theirs, or is shared
 * already, is left as it is.
 */
export async function shareSeveral(
  db: Executor,
  by: { person: string; now: Date },
  pieces: readonly string[],
): Promise<void> {
  if (pieces.length === 0) return;
  const shared = await db
    .updateTable('evidence')
    .set({ shared_at: by.now })
    .where('id', 'in', pieces)
    .where('person_id', '=', by.person)
    .where('shared_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of shared) {
    const what = {
      verb: 'evidence.shared',
      subject: `evidence:${id}`,
      kind: 'record',
      about: by.person,
    } as const;
    await recordEvent(db, { at: by.now, actor: by.person, ...what });
  }
}
