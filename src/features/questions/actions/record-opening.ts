import { type NewEvent, recordEvents } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import type { Question } from '../queries.ts';

/** Writes down that a steward read what somebody asked the stewards alone. What everybody may read is not counted. */
export async function recordOpening(
  db: Executor,
  questions: readonly Question[],
  { reader, now }: { reader: string; now: Date },
): Promise<void> {
  const opened = questions.flatMap(({ id, asker, visibleTo }): NewEvent[] => {
    if (visibleTo === 'everybody' || asker === undefined || asker.id === reader) return [];
    const subject = `question:${id}`;
    return [{ at: now, actor: reader, verb: 'question.opened', subject, kind: 'record', about: asker.id }];
  });
  await recordEvents(db, opened);
}
