/** Beginning a conversation. */
import type { Schema } from '../../../db/schema.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Doors, Sent } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { Room } from '../../../web/room.ts';
import { afterwards, CONVERSATIONS, startAddress, talkAddress } from '../addresses.ts';
import { findPartners, otherOf, type Partner } from '../queries/find-partners.ts';
import { findRunning } from '../queries/find-running.ts';
import { findTimeZone } from '../queries/find-time-zone.ts';
import { lockBeginning } from '../queries/lock-beginning.ts';
import { type Row, rowsAt } from '../rows.ts';
import { byViewer, LOGGED, OWN, type TalkVisit, there } from '../visits.ts';
import { withEarlier } from './chosen-rows.ts';
import { dateOf, dateProblems, NO_DATE, typedDate } from './date-form.ts';
import { type NewForm, type NewProps, newPage } from './new-page.tsx';
import { aboutIn, offeredLevels } from './offered-levels.ts';
import { startTalk } from './start.ts';
import { withWhomPage } from './with-whom-page.tsx';

export function mountNew(doors: Doors<Schema>, room: Room<Schema>): void {
  // The level that a report holds stands on it.
  doors.get(`${CONVERSATIONS}/new`, LOGGED, async (visit) => {
    const partners = await partnersOf(visit);
    const asked = visit.c.req.query('with');
    const [only] = partners.length === 1 ? partners : [];
    const partner = asked === undefined ? only : partnerIn(partners, asked, visit.viewer.person);
    if (partner === undefined) return { page: withWhomPage(partners, visit.viewer.person) };
    const running = await findRunning(visit.db, partner.person.id);
    if (running !== undefined) return { redirect: afterwards(talkAddress(running.id), 'under-way') };
    const form: NewForm = { which: 'all', chosen: [], date: NO_DATE };
    return { page: newPage(await propsOf(visit, room, partner, visit.c.req.query('about'), form, [])) };
  });
  doors.post(CONVERSATIONS, OWN, (sent) => start(sent, room));
}

async function start(sent: Sent<Schema>, room: Room<Schema>): Promise<Answer> {
  const { form: typed, viewer, db, now } = sent;
  const partner = there(partnerIn(await partnersOf(sent), typed.text('with'), viewer.person));
  await lockBeginning(db, partner.person.id);
  const running = await findRunning(sent.db, partner.person.id);
  if (running !== undefined) return { redirect: afterwards(talkAddress(running.id), 'under-way') };
  const form: NewForm = { which: typed.text('which'), chosen: typed.all('row'), date: typedDate(typed) };
  const props = await propsOf(sent, room, partner, typed.text('about'), form, []);
  const { about, rows, timeZone } = props;
  if (about === undefined) return { redirect: startAddress(otherOf(partner, viewer.person).id) };
  const chosen =
    form.which === 'some' ? rows.filter((row) => form.chosen.includes(row.expectation.id)) : rows;
  const dated = form.date.day !== '' || form.date.time !== '';
  const errors = [...chosenProblems(chosen), ...(dated ? dateProblems(form.date, now, timeZone) : [])];
  if (errors.length > 0) return { page: newPage({ ...props, errors }), status: 422 };
  const { person, manager, inPlaceOf } = partner;
  const id = await startTalk(db, byViewer(sent, room), {
    person: person.id,
    manager: manager.id,
    ...(inPlaceOf === undefined ? {} : { inPlaceOf: inPlaceOf.id }),
    framework: about.edition.framework.id,
    release: about.edition.version,
    level: about.level,
    expectations: withEarlier(about, chosen).map(({ expectation }) => expectation.id),
    ...(dated ? { date: dateOf(form.date, timeZone) } : {}),
  });
  return { redirect: afterwards(talkAddress(id), 'started') };
}

async function propsOf(
  visit: TalkVisit,
  room: Room<Schema>,
  partner: Partner,
  named: string | undefined,
  form: NewForm,
  errors: readonly FieldError[],
): Promise<NewProps> {
  const published = await room.published();
  const about = aboutIn(published, named, partner.held);
  return {
    partner,
    viewer: visit.viewer.person,
    about,
    levels: offeredLevels(published, partner.held),
    rows: about === undefined ? [] : rowsAt(about.edition.framework, about.level.id),
    form,
    timeZone: await findTimeZone(visit.db),
    token: visit.token,
    errors,
  };
}

function partnersOf({ db, viewer }: TalkVisit): Promise<Partner[]> {
  return findPartners(db, { id: viewer.person, name: viewer.name });
}

function partnerIn(partners: readonly Partner[], other: string, viewer: string): Partner | undefined {
  return partners.find((partner) => otherOf(partner, viewer).id === other);
}

function chosenProblems(chosen: readonly Row[]): FieldError[] {
  return chosen.length > 0 ? [] : [{ field: 'which', message: 'Choose at least one competency' }];
}
