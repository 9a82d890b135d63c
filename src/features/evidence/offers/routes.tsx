/** The pages on which people offer each other notes, and accept or leave what they are offered. */
import { isId } from '../../../db/ids.ts';
import type { Executor, Schema } from '../../../db/schema.ts';
import { dayIn, latestToday } from '../../../domain/days.ts';
import { noteOf, noteProblems } from '../../../domain/evidence.ts';
import type { Offer } from '../../../domain/offer.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere, type Sent } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { cleaned } from '../clean-text.ts';
import { type Colleague, findColleague } from '../confirm/colleagues.ts';
import { findStanding } from '../queries/standing.ts';
import { releaseFor } from '../release-for.ts';
import { afterwards, evidenceAddress } from '../views/addresses.ts';
import { byViewer, type EvidenceVisit } from '../visits.ts';
import { acceptOffer, declineOffer } from './actions/accept.ts';
import { offerNote } from './actions/make.ts';
import { recordOffer } from './actions/record.ts';
import { OFFERS } from './addresses.ts';
import { deleteOffer, findOffer, listOffers } from './queries.ts';
import { checkOfferPage, newOfferPage, type OfferForm } from './views/new-offer-page.tsx';
import { answeredOfferPage, offerByMePage, offerToMePage } from './views/offer-page.tsx';
import { offersPage } from './views/offers-page.tsx';

const OWN = { may: 'signed in', audit: 'own' } as const;

export function mountOffers(doors: Doors<Schema>, room: Room<Schema>): void {
  mountGiving(doors, room);
  doors.get(OFFERS, OWN, async ({ c, db, viewer }) => ({
    page: offersPage({ offers: await listOffers(db), viewer: viewer.person, done: c.req.query('done') }),
  }));
  doors.get(`${OFFERS}/:id`, OWN, async ({ c, db, viewer, token }) => {
    const offer = await offerNamed(db, c.req.param('id') ?? '');
    if (offer.to.id !== viewer.person) return { page: offerByMePage({ offer, token }) };
    if (offer.answered !== undefined) return { page: answeredOfferPage({ offer }) };
    return { page: offerToMePage({ offer, form: offer, token }) };
  });
  doors.post(`${OFFERS}/:id/acceptance`, OWN, (sent) => accept(sent, room));
  doors.post(`${OFFERS}/:id/refusal`, OWN, async (sent) => {
    await declineOffer(sent.db, byViewer(sent), await offerToMe(sent));
    return { redirect: `${OFFERS}?done=declined` };
  });
  doors.post(`${OFFERS}/:id/withdrawal`, OWN, async ({ c, db, viewer, now }) => {
    const offer = await offerNamed(db, c.req.param('id') ?? '');
    if (offer.from?.id !== viewer.person || !(await deleteOffer(db, offer.id))) throw nothingHere();
    await recordOffer(db, { by: viewer.person, verb: 'taken-back', offer: offer.id, to: offer.to.id, now });
    return { redirect: `${OFFERS}?done=taken-back` };
  });
}

function mountGiving(doors: Doors<Schema>, room: Room<Schema>): void {
  const path = '/people/:id/offers';
  doors.get(`${path}/new`, { may: 'signed in', audit: 'directory' }, async (visit) => {
    const to = await receiver(visit);
    const form = { text: '', happenedOn: await todayOf(visit) };
    return { page: newOfferPage({ to, form, token: visit.token }) };
  });
  doors.post(path, OWN, async (sent) => {
    const { db, viewer, now, token } = sent;
    const to = await receiver(sent);
    const form = await formIn(sent);
    const errors = noteProblems(form, latestToday(now));
    if (errors.length > 0) return { page: newOfferPage({ to, form, token, errors }), status: 422 };
    const checked = sent.form.text('checked');
    if (checked === 'change') return { page: newOfferPage({ to, form, token }) };
    if (checked !== 'yes') return { page: checkOfferPage({ to, form, token }) };
    await offerNote(db, { ...form, from: viewer, to, baseUrl: room.site.baseUrl, now });
    return { redirect: `${OFFERS}?done=offered` };
  });
}

async function accept(sent: Sent<Schema>, room: Room<Schema>): Promise<Answer> {
  const { db, viewer, now, token } = sent;
  const offer = await offerToMe(sent);
  const form = await formIn(sent);
  const errors = noteProblems(form, latestToday(now));
  if (errors.length > 0) return { page: offerToMePage({ offer, form, token, errors }), status: 422 };
  const { level } = await findStanding(db, viewer.person);
  const release = releaseFor(await room.published(), level);
  const id = await acceptOffer(db, byViewer(sent), { offer, note: noteOf(form), release });
  return { redirect: afterwards(evidenceAddress(id), 'noted') };
}

async function formIn(sent: Sent<Schema>): Promise<OfferForm> {
  const happenedOn = sent.form.text('happened-on').trim();
  return {
    text: cleaned(sent.form.text('text')),
    happenedOn: happenedOn === '' ? await todayOf(sent) : happenedOn,
  };
}

async function todayOf({ db, viewer, now }: EvidenceVisit): Promise<string> {
  return dayIn((await findStanding(db, viewer.person)).timeZone, now);
}

/** Somebody else who is still here. */
async function receiver({ c, db, viewer }: EvidenceVisit): Promise<Colleague> {
  const id = c.req.param('id') ?? '';
  const found = isId(id) && id !== viewer.person ? await findColleague(db, id) : undefined;
  if (found === undefined) throw nothingHere();
  return found;
}

/** An offer that the viewer made or was made. */
async function offerNamed(db: Executor, id: string): Promise<Offer> {
  const offer = isId(id) ? await findOffer(db, id) : undefined;
  if (offer === undefined) throw nothingHere();
  return offer;
}

/** One that waits for the viewer's answer. */
async function offerToMe({ c, db, viewer }: EvidenceVisit): Promise<Offer> {
  const offer = await offerNamed(db, c.req.param('id') ?? '');
  if (offer.to.id !== viewer.person || offer.answered !== undefined) throw nothingHere();
  return offer;
}
