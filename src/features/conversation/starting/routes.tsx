/** The viewer's conversations, where each stands, when it is, and its end. */
import type { Schema } from '../../../db/schema.ts';
import { refuseDate, refuseEnd } from '../../../domain/conversation.ts';
import type { Doors } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { afterwards, CONVERSATIONS, talkAddress } from '../addresses.ts';
import { calendarEntry } from '../calendar.ts';
import { findReaders } from '../mails.ts';
import { findPartners } from '../queries/find-partners.ts';
import { findMyTalks } from '../queries/find-talk.ts';
import { wordingOf } from '../rows.ts';
import { sideOf } from '../standing.ts';
import { byViewer, LOGGED, OWN, requireAllowed, talkOf, talkToChange, there } from '../visits.ts';
import { conversationsPage } from './conversations-page.tsx';
import { cancelDate, setDate } from './date.ts';
import { dateOf, dateProblems, dateText, NO_DATE, typedDate } from './date-form.ts';
import { datePage } from './date-page.tsx';
import { endTalk } from './end.ts';
import { endPage } from './end-page.tsx';
import { mountNew } from './new-routes.tsx';
import { overviewPage } from './overview-page.tsx';

export function mountStarting(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(CONVERSATIONS, OWN, async ({ db, viewer, now }) => {
    const talks = await findMyTalks(db);
    const me = { id: viewer.person, name: viewer.name };
    const mayStart = (await findPartners(db, me)).length > 0;
    return {
      page: conversationsPage({ talks, viewer: me, mayStart, published: await room.published(), now }),
    };
  });
  mountNew(doors, room);
  doors.get(`${CONVERSATIONS}/:id`, LOGGED, async (visit) => {
    const talk = await talkOf(visit);
    const { viewer, token, c } = visit;
    const wording = wordingOf(await room.published(), talk);
    return { page: overviewPage({ talk, wording, viewer: viewer.person, token, done: c.req.query('done') }) };
  });
  mountDates(doors, room);
  doors.get(`${CONVERSATIONS}/:id/end`, LOGGED, async (visit) => {
    const talk = await talkOf(visit);
    there(sideOf(talk));
    requireAllowed(refuseEnd(talk.state));
    return { page: endPage({ talk, token: visit.token }) };
  });
  doors.post(`${CONVERSATIONS}/:id/ends`, LOGGED, async (sent) => {
    const talk = await talkToChange(sent);
    there(sideOf(talk));
    await endTalk(sent.db, byViewer(sent, room), talk);
    return { redirect: afterwards(talkAddress(talk.id), 'ended') };
  });
}

function mountDates(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(`${CONVERSATIONS}/:id/date`, LOGGED, async (visit) => {
    const talk = await talkOf(visit);
    there(sideOf(talk));
    requireAllowed(refuseDate(talk.state));
    const set = talk.date !== undefined && !talk.date.cancelled;
    const typed = set && talk.date !== undefined ? dateText(talk.date, talk.timeZone) : NO_DATE;
    return { page: datePage({ talk, typed, token: visit.token, errors: [] }) };
  });
  doors.post(`${CONVERSATIONS}/:id/dates`, LOGGED, async (sent) => {
    const talk = await talkToChange(sent);
    there(sideOf(talk));
    const typed = typedDate(sent.form);
    const errors = dateProblems(typed, sent.now, talk.timeZone);
    if (errors.length > 0) return { page: datePage({ talk, typed, token: sent.token, errors }), status: 422 };
    await setDate(sent.db, byViewer(sent, room), talk, dateOf(typed, talk.timeZone));
    return { redirect: afterwards(talkAddress(talk.id), 'dated') };
  });
  doors.post(`${CONVERSATIONS}/:id/dates/cancellations`, LOGGED, async (sent) => {
    const talk = await talkToChange(sent);
    there(sideOf(talk));
    await cancelDate(sent.db, byViewer(sent, room), talk);
    return { redirect: afterwards(talkAddress(talk.id), 'cancelled') };
  });
  doors.get(`${CONVERSATIONS}/:id/calendar.ics`, LOGGED, async (visit) => {
    const talk = await talkOf(visit);
    there(sideOf(talk));
    const date = there(talk.date);
    const attendees = await findReaders(visit.db, talk);
    const organiser = attendees.find(({ id }) => id === talk.startedBy) ?? { name: talk.person.name };
    const { baseUrl } = room.site;
    const { content } = calendarEntry({ talk: talk.id, date, now: visit.now, baseUrl, organiser, attendees });
    const bytes = new TextEncoder().encode(content);
    return { file: { bytes, type: 'text/calendar; charset=utf-8', name: 'conversation.ics' } };
  });
}
