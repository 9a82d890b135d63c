/**
 * The pages on which a colleague says what they saw: by the link in a mail, which shows who they are, or signed in. They
 * see the wording, about whom it is and who asks; nothing of the conversation.
 */
import type { Context } from 'hono';
import { isId } from '../../../db/ids.ts';
import type { Executor, Schema } from '../../../db/schema.ts';
import { asViewer } from '../../../db/viewer.ts';
import { digest } from '../../../formats/index.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere, type Visit } from '../../../web/doors.ts';
import { answerUncached } from '../../../web/errors.tsx';
import { formGuard, formToken, readForm } from '../../../web/form-guard.ts';
import { othersLinkPage } from '../../../web/others-link.tsx';
import type { Room } from '../../../web/room.ts';
import type { Viewer } from '../../../web/session.ts';
import { findColleague } from '../../evidence/index.ts';
import { OWN } from '../visits.ts';
import { askedAddress, FEEDBACK, linkAddress } from './addresses.ts';
import { type AtForm, answered, declined, declining, shown } from './answering.tsx';
import { invalidLinkPage } from './over-page.tsx';
import { feedbackReceived, findReceived, requestOfLink } from './received.ts';
import { receivedPage } from './received-page.tsx';

/** Largest form: every text at its longest. */
const LARGEST_FORM = 1024 * 1024;

export function mountGivingFeedback(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(FEEDBACK, OWN, async ({ db, now }) => ({
    page: receivedPage({ asks: await feedbackReceived(db), now }),
  }));
  doors.get(`${FEEDBACK}/:request`, OWN, async (visit) => shown(await signedIn(visit, room)));
  doors.get(`${FEEDBACK}/:request/decline`, OWN, async (visit) => declining(await signedIn(visit, room)));
  doors.post(
    `${FEEDBACK}/:request/answer`,
    OWN,
    async (sent) => answered(await signedIn(sent, room), sent.form),
    { bytes: LARGEST_FORM },
  );
  doors.post(`${FEEDBACK}/:request/decline`, OWN, async (sent) =>
    declined(await signedIn(sent, room), sent.form),
  );
  mountLink(doors, room);
}

function mountLink(doors: Doors<Schema>, room: Room<Schema>): void {
  const path = `${FEEDBACK}/by-mail/:secret`;
  const door = { may: 'holder', audit: 'own' } as const;
  const sent = async (c: Context) => {
    await formGuard(room.site.baseUrl, LARGEST_FORM)(c, async () => {});
    return readForm(c, c.req.param('secret') ?? '');
  };
  doors.outside('GET', path, door, (c, viewer) => atLink(c, room, viewer, async (form) => shown(form)));
  doors.outside('GET', `${path}/decline`, door, (c, viewer) =>
    atLink(c, room, viewer, async (form) => declining(form)),
  );
  doors.outside('POST', `${path}/answer`, door, async (c, viewer) => {
    const form = await sent(c);
    return atLink(c, room, viewer, (at) => answered(at, form));
  });
  doors.outside('POST', `${path}/decline`, door, async (c, viewer) => {
    const form = await sent(c);
    return atLink(c, room, viewer, (at) => declined(at, form));
  });
}

/** What the viewer was asked. @throws CairnError `not found` */
async function signedIn({ c, db, viewer, token, now }: Visit<Schema>, room: Room<Schema>): Promise<AtForm> {
  const id = c.req.param('request') ?? '';
  const colleague = { id: viewer.person, name: viewer.name };
  const at = await atForm(db, room, {
    request: id,
    colleague,
    address: askedAddress(id),
    byMail: false,
    token,
    now,
  });
  if (at === undefined) throw nothingHere();
  return at;
}

/** Whoever holds the link acts as the colleague who was asked, and may do nothing but answer. */
async function atLink(
  c: Context,
  room: Room<Schema>,
  viewer: Viewer | undefined,
  work: (at: AtForm) => Promise<Answer>,
): Promise<Response> {
  const { site, db } = room;
  const secret = c.req.param('secret') ?? '';
  const reader = viewer === undefined ? { signedIn: false } : { signedIn: true, viewer };
  const link = await requestOfLink(db, digest(secret));
  if (link === undefined) return answerUncached(c, site, invalidLinkPage(), 404, reader);
  if (viewer !== undefined && viewer.person !== link.colleague) {
    return answerUncached(c, site, othersLinkPage(viewer.name), 403, reader);
  }
  // Before the transaction: inside it, on the embedded database, reading them would wait for it for ever.
  await room.published();
  const answer = await asViewer(db, link.colleague, async (transaction) => {
    const colleague = await findColleague(transaction, link.colleague);
    if (colleague === undefined) return undefined;
    const bound = { address: linkAddress(secret), byMail: true, token: formToken(secret), now: room.now() };
    const at = await atForm(transaction, room, { request: link.request, colleague, ...bound });
    return at && work(at);
  });
  if (answer === undefined) return answerUncached(c, site, invalidLinkPage(), 404, reader);
  if ('redirect' in answer) {
    c.header('cache-control', 'private, no-store');
    return c.redirect(answer.redirect, 303);
  }
  if (!('page' in answer)) throw new Error('a link answers with pages');
  return answerUncached(c, site, answer.page, answer.status ?? 200, reader);
}

async function atForm(
  db: Executor,
  room: Room<Schema>,
  asked: { request: string } & Pick<AtForm, 'colleague' | 'address' | 'byMail' | 'token' | 'now'>,
): Promise<AtForm | undefined> {
  const { request, colleague, ...bound } = asked;
  const ask = isId(request) ? await findReceived(db, request) : undefined;
  if (ask === undefined) return undefined;
  const published = await room.published();
  const { id, name } = colleague;
  return { db, ask, published, colleague: { id, name }, ...bound, baseUrl: room.site.baseUrl };
}
