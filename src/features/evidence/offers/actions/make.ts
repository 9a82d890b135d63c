import { newId } from '../../../../db/ids.ts';
import type { Executor } from '../../../../db/schema.ts';
import type { Offer } from '../../../../domain/offer.ts';
import { handOverMail } from '../../../../mail/hand-over.ts';
import { offerMail } from '../mails.ts';
import { insertOffer } from '../queries.ts';
import { recordOffer } from './record.ts';

export interface OfferRequest extends Pick<Offer, 'text' | 'happenedOn'> {
  from: { person: string; name: string };
  to: { id: string; email: string | null };
  /** Public address of this installation, for the link in the mail. */
  baseUrl: string;
  now: Date;
}

/**
 * Offers somebody a note, and tells them by mail. Nothing of it is in their record before they accept.
 *
 * @returns the id of the offer
 */
export async function offerNote(db: Executor, request: OfferRequest): Promise<string> {
  const { from, to, text, happenedOn, baseUrl, now } = request;
  const id = newId();
  await insertOffer(db, { id, from: from.person, to: to.id, text, happenedOn, offeredAt: now });
  await recordOffer(db, { by: from.person, verb: 'made', offer: id, to: to.id, now });
  if (to.email !== null) {
    const mail = offerMail({ id, from: from.name, baseUrl });
    await handOverMail(db, { ...mail, person: to.id, address: to.email, now });
  }
  return id;
}
