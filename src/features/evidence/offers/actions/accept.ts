import type { Executor } from '../../../../db/schema.ts';
import type { Note } from '../../../../domain/evidence.ts';
import type { Offer } from '../../../../domain/offer.ts';
import { nothingHere } from '../../../../web/doors.ts';
import { noteEvidence } from '../../actions/note-evidence.ts';
import type { By } from '../../actions/record.ts';
import { answerOffer } from '../queries.ts';
import { recordOffer } from './record.ts';

/**
 * Makes evidence of an offer, in the words that its receiver gives it. It is private, like whatever they note.
 *
 * @returns the id of the evidence
 * @throws CairnError `not found` where it was answered before
 */
export async function acceptOffer(
  db: Executor,
  by: By,
  {
    offer,
    note,
    release,
  }: { offer: Offer; note: Note; release?: { framework: string; version: string } | undefined },
): Promise<string> {
  const { id } = await noteEvidence(db, by, { ...note, cameBy: 'offer', release });
  if (!(await answerOffer(db, { id: offer.id, answer: 'accepted', evidence: id, now: by.now })))
    throw nothingHere();
  await recordOffer(db, { by: by.person, verb: 'accepted', offer: offer.id, to: by.person, now: by.now });
  return id;
}

/** Leaves an offer. Whoever made it sees that it was not taken, and no more. */
export async function declineOffer(db: Executor, { person, now }: By, offer: Offer): Promise<void> {
  if (!(await answerOffer(db, { id: offer.id, answer: 'declined', now }))) throw nothingHere();
  await recordOffer(db, { by: person, verb: 'declined', offer: offer.id, to: person, now });
}
