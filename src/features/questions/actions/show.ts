import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import { type Question, showTo, type VisibleTo } from '../queries.ts';

/** Says anew who may read an own question: the stewards only, or everybody who is signed in. */
export async function showQuestion(
  db: Executor,
  { question, visibleTo, now }: { question: Question; visibleTo: VisibleTo; now: Date },
): Promise<void> {
  const { id, asker } = question;
  if (asker === undefined || question.visibleTo === visibleTo) return;
  await showTo(db, id, visibleTo);
  const verb = visibleTo === 'everybody' ? 'question.shown' : 'question.hidden';
  const event = {
    at: now,
    actor: asker.id,
    subject: `question:${id}`,
    kind: 'record',
    about: asker.id,
  } as const;
  await recordEvent(db, { ...event, verb });
}
