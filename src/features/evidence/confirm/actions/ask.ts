import { randomBytes } from 'node:crypto';
import { recordEvent } from '../../../../db/events.ts';
import { newId } from '../../../../db/ids.ts';
import type { Executor } from '../../../../db/schema.ts';
import { askExpires } from '../../../../domain/ask.ts';
import { digest } from '../../../../formats/index.ts';
import { handOverMail } from '../../../../mail/hand-over.ts';
import type { Colleague } from '../colleagues.ts';
import { askMail } from '../mails.ts';
import { insertAsk } from '../queries.ts';

export interface AskRequest {
  owner: { person: string; name: string };
  evidence: { id: string; version: number };
  colleague: Colleague;
  /** Public address of this installation, for the link in the mail. */
  baseUrl: string;
  now: Date;
}

/**
 * Asks a colleague to confirm a piece of evidence as it stands now, by a link in a mail. Only the link's digest is kept.
 *
 * @returns false where they were asked about it before
 */
export async function askToConfirm(db: Executor, request: AskRequest): Promise<boolean> {
  const { owner, evidence, colleague, baseUrl, now } = request;
  const id = newId();
  const secret = randomBytes(24).toString('base64url');
  const expiresAt = askExpires(now);
  const ask = { id, colleague: colleague.id, digest: digest(secret), askedAt: now, expiresAt };
  if (!(await insertAsk(db, { ...ask, evidence: evidence.id, version: evidence.version }))) return false;
  await recordEvent(db, {
    at: now,
    actor: owner.person,
    verb: 'confirmation.asked',
    subject: `confirmation:${id}`,
    kind: 'record',
    about: owner.person,
  });
  if (colleague.email !== null) {
    const mail = askMail({ owner: owner.name, secret, expiresAt, baseUrl });
    await handOverMail(db, { ...mail, person: colleague.id, address: colleague.email, now });
  }
  return true;
}
