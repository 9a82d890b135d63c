/** The pages on which either side of a conversation asks colleagues for feedback. */
import { isId } from '../../../db/ids.ts';
import type { Schema } from '../../../db/schema.ts';
import { dayIn } from '../../../domain/days.ts';
import { refuseAskFeedback, stateOfFeedback } from '../../../domain/feedback.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere, type Sent } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { COLLEAGUE_FIELD, type Colleague, findColleague, findColleagues } from '../../evidence/index.ts';
import { afterwards, CONVERSATIONS, talkAddress } from '../addresses.ts';
import { rowsOf, wordingOf } from '../rows.ts';
import type { Talk } from '../talk.ts';
import {
  byViewer,
  LOGGED,
  preparingSide,
  requireAllowed,
  type TalkVisit,
  talkOf,
  talkToChange,
  there,
} from '../visits.ts';
import { ASKED } from './addresses.ts';
import { askForFeedback, withdrawFeedback } from './ask.ts';
import { askProblems, emptyAsk, typedAsk } from './ask-form.ts';
import { type AskProps, askPage, choiceId } from './ask-page.tsx';
import { checkAskPage } from './check-ask-page.tsx';
import { chooseColleaguePage } from './choose-page.tsx';
import { mayBeAsked, requestsIn } from './queries.ts';

export function mountAskingForFeedback(doors: Doors<Schema>, room: Room<Schema>): void {
  const path = `${CONVERSATIONS}/:id/feedback`;
  doors.get(`${path}/new`, LOGGED, async (visit) => {
    const talk = asking(await talkOf(visit));
    const { q = '', colleague: id } = visit.c.req.query();
    if (id === undefined) return { page: await choosing(visit, talk, q) };
    const colleague = await colleagueNamed(visit, id);
    const problem = await whyNotAsked(visit, talk, colleague);
    if (problem !== undefined) return refused(talk, colleague, problem);
    return { page: askPage(await propsOf(visit, room, talk, colleague)) };
  });
  doors.post(path, LOGGED, (sent) => ask(sent, room));
  doors.post(`${path}/:request/withdrawal`, LOGGED, async (sent) => {
    const talk = await talkToChange(sent);
    const request = sent.c.req.param('request') ?? '';
    const withdrawn = isId(request) && (await withdrawFeedback(sent.db, byViewer(sent, room), talk, request));
    if (!withdrawn) throw nothingHere();
    return { redirect: afterwards(`${talkAddress(talk.id)}#${ASKED}`, 'feedback-withdrawn') };
  });
}

/** First what the colleague will see is shown, then they are asked. */
async function ask(sent: Sent<Schema>, room: Room<Schema>): Promise<Answer> {
  const { db, form, now } = sent;
  const talk = asking(await talkToChange(sent));
  const colleague = await colleagueNamed(sent, form.text('colleague'));
  const problem = await whyNotAsked(sent, talk, colleague);
  if (problem !== undefined) return refused(talk, colleague, problem);
  const props = await propsOf(sent, room, talk, colleague);
  const offered = props.rows.map(({ expectation }) => expectation.id);
  const typed = typedAsk(form, offered);
  const errors = askProblems(typed, dayIn(talk.timeZone, now), choiceId(offered[0] ?? ''));
  if (errors.length > 0) return { page: askPage({ ...props, typed, errors }), status: 422 };
  const checked = form.text('checked');
  if (checked === 'change') return { page: askPage({ ...props, typed }) };
  if (checked !== 'yes') return { page: checkAskPage({ ...props, typed }) };
  await askForFeedback(db, byViewer(sent, room), talk, preparingSide(talk), {
    colleague,
    expectations: typed.chosen,
    until: typed.until,
    ...(typed.question === '' ? {} : { question: typed.question }),
  });
  return { redirect: afterwards(`${talkAddress(talk.id)}#${ASKED}`, 'feedback-asked') };
}

/** A conversation in which the viewer may ask. */
function asking(talk: Talk): Talk {
  preparingSide(talk);
  requireAllowed(refuseAskFeedback(talk.state));
  return talk;
}

async function choosing({ db, viewer }: TalkVisit, talk: Talk, typed: string) {
  const found = await findColleagues(db, typed.slice(0, 100), viewer.person);
  return chooseColleaguePage({ talk, typed, found: found.filter(({ id }) => !takesPart(talk, id)) });
}

function refused(talk: Talk, { name }: Colleague, message: string): Answer {
  const errors = [{ field: COLLEAGUE_FIELD, message }];
  return { page: chooseColleaguePage({ talk, typed: name, found: [], errors }), status: 422 };
}

/** Why somebody is not asked now. It names nobody else who asked them, and says not how often. */
async function whyNotAsked(
  { db, now }: TalkVisit,
  talk: Talk,
  colleague: Colleague,
): Promise<string | undefined> {
  const { id, name } = colleague;
  if (takesPart(talk, id)) return `${name} takes part in this conversation. Choose somebody else`;
  const today = dayIn('UTC', now);
  const waits = (await requestsIn(db, talk.id)).some(
    (request) => request.colleague.id === id && stateOfFeedback(request, today, false) === 'open',
  );
  if (waits) return `${name} was asked already, and can still answer. Choose somebody else`;
  if (await mayBeAsked(db, id, now)) return undefined;
  return `${name} was asked as often as anybody here is within a quarter. Choose somebody else, or ask again next quarter`;
}

function takesPart({ person, manager, inPlaceOf }: Talk, id: string): boolean {
  return [person.id, manager.id, inPlaceOf?.id].includes(id);
}

async function propsOf(
  { token, now }: TalkVisit,
  room: Room<Schema>,
  talk: Talk,
  colleague: Colleague,
): Promise<AskProps> {
  const { framework } = wordingOf(await room.published(), talk);
  const rows = rowsOf(framework, talk.expectations);
  return { talk, colleague, rows, typed: emptyAsk(dayIn(talk.timeZone, now)), token };
}

/** Somebody of the directory who is still here. */
async function colleagueNamed({ db }: TalkVisit, id: string): Promise<Colleague> {
  return there(isId(id) ? await findColleague(db, id) : undefined);
}
