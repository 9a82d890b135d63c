/** SQL about offers. The executor comes first; row-level security shows them to the two people only. */
import type { Executor } from '../../../db/schema.ts';
import type { Offer, OfferAnswer } from '../../../domain/offer.ts';

/** More than these stand on no page. */
const MOST = 200;

export async function findOffer(db: Executor, id: string): Promise<Offer | undefined> {
  const row = await offers(db).where('offer.id', '=', id).executeTakeFirst();
  return row && offer(row);
}

/** Those to and by the viewer, newest first. */
export async function listOffers(db: Executor): Promise<Offer[]> {
  const rows = await offers(db)
    .orderBy('offer.offered_at', 'desc')
    .orderBy('offer.id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(offer);
}

/** Who offered what became this piece of evidence; undefined where nobody did, or once they are erased. */
export async function giverOf(
  db: Executor,
  evidence: string,
): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('offer')
    .innerJoin('person', 'person.id', 'offer.from_id')
    .select(['person.id', 'person.name'])
    .where('offer.evidence_id', '=', evidence)
    .executeTakeFirst();
}

export async function insertOffer(
  db: Executor,
  made: Pick<Offer, 'id' | 'text' | 'happenedOn' | 'offeredAt'> & { from: string; to: string },
): Promise<void> {
  await db
    .insertInto('offer')
    .values({
      id: made.id,
      from_id: made.from,
      to_id: made.to,
      text: made.text,
      happened_on: made.happenedOn,
      offered_at: made.offeredAt,
      answered_at: null,
      answer: null,
      evidence_id: null,
    })
    .execute();
}

/** @returns false where it was answered before, or is somebody else's to answer */
export async function answerOffer(
  db: Executor,
  given: { id: string; answer: OfferAnswer; evidence?: string; now: Date },
): Promise<boolean> {
  const { id, answer, evidence = null, now } = given;
  const { numUpdatedRows } = await db
    .updateTable('offer')
    .set({ answered_at: now, answer, evidence_id: evidence })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false where it was answered before, or was offered by somebody else */
export async function deleteOffer(db: Executor, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('offer')
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

function offers(db: Executor) {
  return db
    .selectFrom('offer')
    .leftJoin('person as giver', 'giver.id', 'offer.from_id')
    .innerJoin('person as receiver', 'receiver.id', 'offer.to_id')
    .select([
      'offer.id',
      'offer.text',
      'offer.happened_on',
      'offer.offered_at',
      'offer.answered_at',
      'offer.answer',
      'offer.evidence_id',
      'giver.id as from_id',
      'giver.name as from_name',
      'receiver.id as to_id',
      'receiver.name as to_name',
    ]);
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirst']>>>;

function offer(row: Row): Offer {
  const { answered_at: at, answer, evidence_id: evidence } = row;
  return {
    id: row.id,
    text: row.text,
    happenedOn: row.happened_on,
    offeredAt: row.offered_at,
    ...(row.from_id === null ? {} : { from: { id: row.from_id, name: row.from_name ?? '' } }),
    to: { id: row.to_id, name: row.to_name },
    ...(at === null || answer === null
      ? {}
      : { answered: { at, answer, ...(evidence === null ? {} : { evidence }) } }),
  };
}
