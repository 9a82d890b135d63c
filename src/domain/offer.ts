/** An offer: a note that somebody writes for another, which becomes evidence only where that person accepts it. */
import type { Note } from './evidence.ts';

export const OFFER_ANSWERS = ['accepted', 'declined'] as const;
export type OfferAnswer = (typeof OFFER_ANSWERS)[number];

export interface Offer extends Pick<Note, 'text' | 'happenedOn'> {
  id: string;
  /** Who offered it; absent once they are erased. */
  from?: { id: string; name: string };
  to: { id: string; name: string };
  offeredAt: Date;
  answered?: {
    at: Date;
    answer: OfferAnswer;
    /** Id of the evidence that it became, for as long as that is there. */
    evidence?: string;
  };
}

/** Whoever offered it may take it back for as long as nobody has answered. */
export function mayTakeBackOffer({ answered }: Offer): boolean {
  return answered === undefined;
}

/** What whoever offered it learns: whether it was taken, and no more. */
export function outcomeForGiver({ answered }: Offer): 'waiting' | 'taken' | 'not taken' {
  if (answered === undefined) return 'waiting';
  return answered.answer === 'accepted' ? 'taken' : 'not taken';
}
