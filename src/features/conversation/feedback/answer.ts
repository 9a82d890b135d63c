import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import { handOverMail } from '../../../mail/hand-over.ts';
import { findColleague } from '../../evidence/index.ts';
import { talkAddress } from '../addresses.ts';
import { ASKED } from './addresses.ts';
import { answeredMail } from './mails.ts';
import { declineRequest, type FeedbackReceived, insertSaid } from './received.ts';

/** Who answers which ask, in the transaction of that colleague. */
export interface Answering {
  ask: FeedbackReceived;
  colleague: { id: string; name: string };
  /** Public address without a trailing slash. */
  baseUrl: string;
  now: Date;
}

/** Says what was seen, once. @param said by expectation; null for "I have not seen this" */
export async function giveFeedback(
  db: Executor,
  answering: Answering,
  said: ReadonlyMap<string, string | null>,
): Promise<void> {
  await insertSaid(db, answering.ask, said, answering.now);
  await answered(db, answering, false);
}

/** Declines, once. @param because a sentence, or nothing */
export async function declineFeedback(db: Executor, answering: Answering, because: string): Promise<void> {
  await declineRequest(db, answering.ask, because === '' ? null : because, answering.now);
  await answered(db, answering, true);
}

async function answered(db: Executor, answering: Answering, declined: boolean): Promise<void> {
  const { ask, colleague, baseUrl, now } = answering;
  await recordEvent(db, {
    at: now,
    actor: colleague.id,
    verb: declined ? 'feedback.declined' : 'feedback.given',
    subject: `feedback:${ask.id}`,
    kind: 'record',
    about: ask.about.id,
  });
  const asker = ask.asker && (await findColleague(db, ask.asker.id));
  if (asker === undefined || asker.email === null) return;
  const address = `${baseUrl}${talkAddress(ask.talk)}#${ASKED}`;
  const mail = answeredMail({ colleague: colleague.name, declined, address });
  await handOverMail(db, { ...mail, person: asker.id, address: asker.email, now });
}
