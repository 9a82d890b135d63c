import { recordEvent } from '../../../../db/events.ts';
import type { Executor } from '../../../../db/schema.ts';

/** Records what somebody did to an offer. It is about the receiver, whose record it may come to. */
export async function recordOffer(
  db: Executor,
  { by, verb, offer, to, now }: { by: string; verb: string; offer: string; to: string; now: Date },
): Promise<void> {
  const subject = `offer:${offer}`;
  await recordEvent(db, { at: now, actor: by, verb: `offer.${verb}`, subject, kind: 'record', about: to });
}
