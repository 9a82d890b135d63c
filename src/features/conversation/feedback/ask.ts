import { randomBytes } from 'node:crypto';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { otherSide, type Side } from '../../../domain/conversation.ts';
import { refuseAskFeedback } from '../../../domain/feedback.ts';
import { digest } from '../../../formats/index.ts';
import { handOverMail } from '../../../mail/hand-over.ts';
import type { Colleague } from '../../evidence/index.ts';
import { type By, recordTalk, touch } from '../acts.ts';
import { tell } from '../mails.ts';
import { participant, type Talk } from '../talk.ts';
import { requireAllowed } from '../visits.ts';
import { askMail } from './mails.ts';
import { withdrawRequest } from './queries.ts';

export interface NewRequest {
  colleague: Colleague;
  /** Ids, in the framework's order. */
  expectations: readonly string[];
  question?: string;
  /** ISO 8601 day. */
  until: string;
}

/**
 * Asks a colleague, by a link in a mail of which only the digest is kept. The other side is told at once, so that the
 * person always knows who was asked.
 *
 * @param talk locked
 */
export async function askForFeedback(
  db: Executor,
  by: By,
  talk: Talk,
  side: Side,
  asked: NewRequest,
): Promise<void> {
  requireAllowed(refuseAskFeedback(talk.state));
  const secret = randomBytes(24).toString('base64url');
  const { colleague, expectations, question, until } = asked;
  await db
    .insertInto('feedback_request')
    .values({
      id: newId(),
      conversation_id: talk.id,
      person_id: talk.person.id ?? '',
      asked_by: by.person,
      colleague_id: colleague.id,
      expectation_ids: [...expectations],
      question: question ?? null,
      digest: digest(secret),
      asked_at: by.now,
      until,
      answered_at: null,
      declined_at: null,
    })
    .execute();
  await recordTalk(db, by, talk, 'feedback-asked');
  await touch(db, talk.id, by.now);
  if (colleague.email !== null) {
    const about = side === 'person' ? undefined : talk.person.name;
    const mail = askMail({ asker: by.name, about, until, secret, baseUrl: by.baseUrl });
    await handOverMail(db, { ...mail, person: colleague.id, address: colleague.email, now: by.now });
  }
  await tellOther(db, by, talk, side, colleague.name);
}

async function tellOther(db: Executor, by: By, talk: Talk, side: Side, colleague: string): Promise<void> {
  const other = participant(talk, otherSide(side)).id;
  if (other === undefined) return;
  const told = {
    kind: 'feedback asked for',
    subject: `${by.name} asked ${colleague} for feedback`,
    body: () => [
      'It is for your conversation. What was asked stands with it; what is said you both read once both views are revealed:',
    ],
  };
  await tell(db, by, talk, told, [other]);
}

/** Takes an ask back that nobody answered. @returns false where there is no such thing */
export async function withdrawFeedback(db: Executor, by: By, talk: Talk, request: string): Promise<boolean> {
  const { person, now } = by;
  if (!(await withdrawRequest(db, { talk: talk.id, request, by: person, now }))) return false;
  await recordTalk(db, by, talk, 'feedback-withdrawn');
  await touch(db, talk.id, now);
  return true;
}
