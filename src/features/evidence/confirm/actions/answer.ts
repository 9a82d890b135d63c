import { recordEvent } from '../../../../db/events.ts';
import type { Executor } from '../../../../db/schema.ts';
import type { AskAnswer } from '../../../../domain/ask.ts';
import { handOverMail } from '../../../../mail/hand-over.ts';
import { findColleague } from '../colleagues.ts';
import { answeredMail } from '../mails.ts';
import { type AskReceived, insertAnswer } from '../queries.ts';

export interface AnswerRequest {
  ask: AskReceived;
  colleague: { id: string; name: string };
  answer: AskAnswer;
  /** What they say; only somebody who confirms says something. */
  sentence: string;
  /** Public address of this installation, for the link in the mail. */
  baseUrl: string;
  now: Date;
}

/**
 * Answers an ask, once, as the colleague who was asked.
 *
 * @param db the transaction of that colleague
 * @returns false where it comes too late, or a second time
 */
export async function answerAsk(db: Executor, request: AnswerRequest): Promise<boolean> {
  const { ask, colleague, answer, sentence, baseUrl, now } = request;
  const said = answer === 'confirmed' ? sentence.trim() : undefined;
  if (!(await insertAnswer(db, { ask: ask.id, answer, sentence: said, now }))) return false;
  await recordEvent(db, {
    at: now,
    actor: colleague.id,
    verb: `confirmation.${answer}`,
    subject: `confirmation:${ask.id}`,
    kind: 'record',
    about: ask.owner.id,
  });
  const owner = await findColleague(db, ask.owner.id);
  if (owner !== undefined && owner.email !== null) {
    const mail = answeredMail({ colleague: colleague.name, evidence: ask.evidence, baseUrl });
    await handOverMail(db, { ...mail, person: owner.id, address: owner.email, now });
  }
  return true;
}

/** Writes down for the owner that the colleague opened what they were asked about. */
export async function recordOpening(
  db: Executor,
  { ask, reader, now }: { ask: AskReceived; reader: string; now: Date },
): Promise<void> {
  await recordEvent(db, {
    at: now,
    actor: reader,
    verb: 'confirmation.opened',
    subject: `confirmation:${ask.id}`,
    kind: 'record',
    about: ask.owner.id,
  });
}
