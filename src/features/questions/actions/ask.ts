import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { handOverMail } from '../../../mail/hand-over.ts';
import type { Wording } from '../../framework/index.ts';
import { newQuestionMail } from '../mails.ts';
import { insertQuestion, stewardsOf, type VisibleTo } from '../queries.ts';

export interface AskRequest {
  asker: { person: string; name: string };
  wording: Wording;
  text: string;
  visibleTo: VisibleTo;
  /** Public address of this installation, for the link in the mails. */
  baseUrl: string;
  now: Date;
}

/** Asks the stewards about a wording, and tells each of them by mail. @returns the question's id */
export async function askAboutWording(db: Executor, request: AskRequest): Promise<string> {
  const { asker, wording, text, visibleTo, baseUrl, now } = request;
  const { framework } = wording.edition;
  const id = newId();
  await insertQuestion(db, {
    id,
    framework: framework.id,
    version: wording.edition.version,
    expectation: wording.expectation.id,
    asker: asker.person,
    text,
    visibleTo,
    askedAt: now,
  });
  await recordEvent(db, {
    at: now,
    actor: asker.person,
    verb: 'question.asked',
    subject: `question:${id}`,
    kind: 'record',
    about: asker.person,
  });
  for (const steward of await stewardsOf(db, framework.id)) {
    if (steward.id === asker.person || steward.email === null) continue;
    const mail = newQuestionMail({ id, asker: asker.name, framework: framework.name, baseUrl });
    await handOverMail(db, { ...mail, person: steward.id, address: steward.email, now });
  }
  return id;
}
