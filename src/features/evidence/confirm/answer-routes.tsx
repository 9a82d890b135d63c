/**
 * The pages on which a colleague answers: by the link in a mail, which shows who they are, or signed in. Either way they
 * see one text and whose it is, through a function of the database that shows nothing else.
 */

import type { Context } from 'hono';
import { isId } from '../../../db/ids.ts';
import type { Executor, Schema } from '../../../db/schema.ts';
import { asViewer } from '../../../db/viewer.ts';
import { ASK_ANSWERS, sentenceProblem, stateOfAsk } from '../../../domain/ask.ts';
import { digest } from '../../../formats/index.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere } from '../../../web/doors.ts';
import { answerUncached } from '../../../web/errors.tsx';
import { formGuard, formToken, readForm, type SentForm } from '../../../web/form-guard.ts';
import { othersLinkPage } from '../../../web/others-link.tsx';
import type { Room } from '../../../web/room.ts';
import type { Viewer } from '../../../web/session.ts';
import { answerAsk, recordOpening } from './actions/answer.ts';
import { askedAddress, CONFIRMATIONS, linkAddress } from './addresses.ts';
import { findColleague } from './colleagues.ts';
import { type AskReceived, askOfLink, asksReceived, findAskReceived } from './queries.ts';
import {
  answeredPage,
  answerPage,
  checkAnswerPage,
  invalidLinkPage,
  SENTENCE,
} from './views/answer-page.tsx';
import { receivedPage } from './views/received-page.tsx';

/** Who answers, where from, and by what their forms are bound. */
interface Answering {
  db: Executor;
  ask: AskReceived;
  colleague: { id: string; name: string };
  /** The address of the page. */
  address: string;
  token: string;
  now: Date;
}

export function mountAnswering(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(CONFIRMATIONS, { may: 'signed in', audit: 'own' }, async ({ db, now }) => ({
    page: receivedPage({ asks: await asksReceived(db), now }),
  }));
  doors.get(
    `${CONFIRMATIONS}/:ask`,
    { may: 'signed in', audit: 'logged' },
    async ({ c, db, viewer, token, now }) => {
      const ask = await received(db, c.req.param('ask') ?? '', now);
      return shown({ db, ask, colleague: called(viewer), address: askedAddress(ask.id), token, now });
    },
  );
  doors.post(
    `${CONFIRMATIONS}/:ask/answer`,
    { may: 'signed in', audit: 'logged' },
    async ({ c, db, viewer, token, now, form }) => {
      const ask = await received(db, c.req.param('ask') ?? '', now);
      const answering = { db, ask, colleague: called(viewer), address: askedAddress(ask.id), token, now };
      return answered(answering, form, room.site.baseUrl);
    },
  );
  mountLink(doors, room);
}

function mountLink(doors: Doors<Schema>, room: Room<Schema>): void {
  const path = '/confirm/:secret';
  const door = { may: 'holder', audit: 'logged' } as const;
  doors.outside('GET', path, door, (c, viewer) => atLink(c, room, viewer, shown));
  doors.outside('POST', `${path}/answer`, door, async (c, viewer) => {
    await formGuard(room.site.baseUrl)(c, async () => {});
    const form = await readForm(c, c.req.param('secret') ?? '');
    return atLink(c, room, viewer, (answering) => answered(answering, form, room.site.baseUrl));
  });
}

/** Whoever holds the link acts as the colleague who was asked, and may do nothing but answer. */
async function atLink(
  c: Context,
  { site, db, now }: Room<Schema>,
  viewer: Viewer | undefined,
  work: (answering: Answering) => Promise<Answer>,
): Promise<Response> {
  const secret = c.req.param('secret') ?? '';
  const reader = viewer === undefined ? { signedIn: false } : { signedIn: true, viewer };
  const link = await askOfLink(db, digest(secret));
  if (link === undefined) return answerUncached(c, site, invalidLinkPage(), 404, reader);
  if (viewer !== undefined && viewer.person !== link.colleague) {
    return answerUncached(c, site, othersLinkPage(viewer.name), 403, reader);
  }
  const at = now();
  const answer = await asViewer(db, link.colleague, async (transaction) => {
    const ask = await findAskReceived(transaction, link.ask);
    const colleague = await findColleague(transaction, link.colleague);
    if (ask === undefined || colleague === undefined || ask.expiresAt <= at) return undefined;
    const address = linkAddress(secret);
    return work({ db: transaction, ask, colleague, address, token: formToken(secret), now: at });
  });
  if (answer === undefined) return answerUncached(c, site, invalidLinkPage(), 404, reader);
  if ('redirect' in answer) {
    c.header('cache-control', 'private, no-store');
    return c.redirect(answer.redirect, 303);
  }
  if (!('page' in answer)) throw new Error('a link answers with pages');
  return answerUncached(c, site, answer.page, answer.status ?? 200, reader);
}

async function shown({ db, ask, colleague, address, token, now }: Answering): Promise<Answer> {
  if (ask.answered !== undefined) return { page: answeredPage(ask) };
  await recordOpening(db, { ask, reader: colleague.id, now });
  return { page: answerPage({ ask, address, token }) };
}

/** First what will be sent is shown again, then it is sent. */
async function answered(answering: Answering, form: SentForm, baseUrl: string): Promise<Answer> {
  const { db, ask, colleague, address, token, now } = answering;
  if (ask.answered !== undefined) return { page: answeredPage(ask) };
  const answer = ASK_ANSWERS.find((known) => known === form.text('answer'));
  if (answer === undefined) throw nothingHere();
  const sentence = form.text('sentence');
  const problem = answer === 'confirmed' ? sentenceProblem(sentence) : undefined;
  const page = { ask, address, token, sentence };
  if (problem !== undefined) {
    return { page: answerPage({ ...page, errors: [{ field: SENTENCE, message: problem }] }), status: 422 };
  }
  const checked = form.text('checked');
  if (checked === 'change') return { page: answerPage(page) };
  if (checked !== 'yes') return { page: checkAnswerPage({ ...page, answer }) };
  await answerAsk(db, { ask, colleague, answer, sentence, baseUrl, now });
  return { redirect: address };
}

/** What the viewer was asked and can still answer, or has answered. */
async function received(db: Executor, id: string, now: Date): Promise<AskReceived> {
  const ask = isId(id) ? await findAskReceived(db, id) : undefined;
  if (ask === undefined || stateOfAsk(ask, now) === 'out of time') throw nothingHere();
  return ask;
}

function called({ person, name }: Viewer) {
  return { id: person, name };
}
