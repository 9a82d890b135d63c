import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import type { Question } from '../queries.ts';

/** Writes down that a steward read what somebody asked the stewards alone. What everybody may read is not counted. */
export async function recordOpening(
  db: Executor,
  questions: readonly Question[],
  { reader, now }: { reader: string; now: Date },
): Promise<void> {
  for (const { id, asker, visibleTo } of questions) {
    if (visibleTo === 'everybody' || asker === undefined || asker.id === reader) continue;
    await recordEvent(db, {
      at: now,
      actor: reader,
      verb: 'question.opened',
      subject: `question:${id}`,
      kind: 'record',
      about: asker.id,
    });
  }
}
