/** The calendar of somebody's actions: its address made and ended, and what a calendar reads there. */
import type { Schema } from '../../../db/schema.ts';
import { asViewer } from '../../../db/viewer.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Doors } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { ACTIONS, CALENDAR } from '../views/addresses.ts';
import { afterwards } from '../views/done.ts';
import { byViewer, OWN } from '../visits.ts';
import { endCalendar, makeCalendar, personOfCalendar } from './calendar.ts';
import { calendarEntries } from './calendar-entries.ts';
import { calendarPage } from './calendar-page.tsx';
import { actionsBy } from './queries.ts';

export function mountCalendar(doors: Doors<Schema>, room: Room<Schema>): void {
  const { baseUrl } = room.site;
  doors.post(CALENDAR, OWN, async (sent) => {
    const secret = await makeCalendar(sent.db, byViewer(sent));
    return { page: calendarPage(`${baseUrl}/calendar/${secret}.ics`) };
  });
  doors.post(`${CALENDAR}/removal`, OWN, async (sent) => {
    await endCalendar(sent.db, byViewer(sent));
    return { redirect: afterwards(ACTIONS, 'address-ended') };
  });
  doors.outside('GET', '/calendar/:file', { may: 'holder', audit: 'own' }, async (c) => {
    const secret = /^([\w-]{43})\.ics$/.exec(c.req.param('file') ?? '')?.[1];
    const person = secret === undefined ? undefined : await personOfCalendar(room.db, secret);
    if (person === undefined) throw endedAddress();
    const actions = await asViewer(room.db, person, (db) => actionsBy(db, person));
    return c.body(calendarEntries(actions, baseUrl), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
    });
  });
}

function endedAddress(): CairnError {
  return new CairnError(
    'not found',
    'There is no calendar at this address',
    'It was ended, or copied in part. Make a new one on the page of your actions.',
  );
}
