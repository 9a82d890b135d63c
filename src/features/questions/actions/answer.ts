import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { handOverMail } from '../../../mail/hand-over.ts';
import { answeredMail } from '../mails.ts';
import { correspondent, insertAnswer, type Question } from '../queries.ts';

export interface AnswerRequest {
  question: Question;
  steward: { person: string; name: string };
  text: string;
  /** Public address of this installation, for the link in the mail. */
  baseUrl: string;
  now: Date;
}

/** Answers a question, and tells whoever asked it by mail. */
export async function answerQuestion(db: Executor, request: AnswerRequest): Promise<void> {
  const { question, steward, text, baseUrl, now } = request;
  const id = newId();
  await insertAnswer(db, { id, question: question.id, steward: steward.person, text, answeredAt: now });
  const { asker } = question;
  await recordEvent(db, {
    at: now,
    actor: steward.person,
    verb: 'question.answered',
    subject: `question:${question.id}`,
    kind: 'record',
    ...(asker === undefined ? {} : { about: asker.id }),
  });
  if (asker === undefined || asker.id === steward.person) return;
  const to = await correspondent(db, asker.id);
  if (to === undefined || to.email === null) return;
  const mail = answeredMail({ id: question.id, steward: steward.name, baseUrl });
  await handOverMail(db, { ...mail, person: to.id, address: to.email, now });
}
