import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { actionAddress } from '../views/addresses.ts';
import { firstLine } from '../views/words.tsx';
import type { Action } from './queries.ts';

/** How often a calendar is asked to look again, in seconds. */
const LOOK_AGAIN = 3_600;

/** Actions as whole days that take no time of anybody's day. What has no day has no place in a calendar. */
export function calendarEntries(actions: readonly Action[], baseUrl: string): string {
  const host = new URL(baseUrl).hostname;
  const calendar = ical({
    name: 'Cairn: your actions',
    prodId: { company: 'Cairn', product: 'Cairn', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: LOOK_AGAIN,
  });
  for (const { id, text, dueOn, createdAt } of actions) {
    if (dueOn === null) continue;
    calendar.createEvent({
      id: `action-${id}@${host}`,
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      stamp: createdAt,
      summary: firstLine(text),
      url: baseUrl + actionAddress(id),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
