import type { Executor } from '../../../db/schema.ts';
import { refuseEnd } from '../../../domain/conversation.ts';
import { type By, recordTalk, touch } from '../acts.ts';
import { tell } from '../mails.ts';
import type { Talk } from '../talk.ts';
import { requireAllowed } from '../visits.ts';
import { dateOfEnd } from './date.ts';

/** Ends a conversation without anything agreed. What each wrote stays theirs, and what was not revealed never is. */
export async function endTalk(db: Executor, by: By, talk: Talk): Promise<void> {
  requireAllowed(refuseEnd(talk.state));
  const date = await dateOfEnd(db, by, talk);
  await touch(db, talk.id, by.now);
  await db
    .insertInto('conversation_end')
    .values({ conversation_id: talk.id, ended_at: by.now, ended_by: by.person, reason: 'ended by one side' })
    .execute();
  await recordTalk(db, by, talk, 'ended');
  await tell(db, by, talk, {
    kind: 'conversation ended',
    subject: `Ended: conversation of ${talk.person.name} and ${talk.manager.name}`,
    body: () => [
      `${by.name} has ended it. ${talk.state.edition > 1 ? 'The record stays as it was agreed before.' : 'Nothing was agreed.'}`,
      talk.state.revealedAt === undefined
        ? 'What each of you wrote stays your own: nobody else can read it, and it never is revealed.'
        : 'What both of you wrote stays as it was revealed.',
    ],
    ...(date === undefined ? {} : { date }),
  });
}
