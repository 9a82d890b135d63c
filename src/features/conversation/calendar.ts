/** The talk as an entry of a calendar: RFC 5545. One entry for its whole life, each change another version of it. */
import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import { talkAddress } from './addresses.ts';
import type { TalkDate } from './talk.ts';

export interface CalendarEntry {
  /** Id of the conversation. */
  talk: string;
  date: TalkDate;
  /** When this version was made. */
  now: Date;
  baseUrl: string;
  /** Whose entry it is: whoever began the conversation, so that every version has the same owner. */
  organiser: Attendee;
  attendees: readonly Attendee[];
}

export interface Attendee {
  name: string;
  /** Absent for somebody without an address, who is named and not invited. */
  email?: string;
}

export function calendarEntry(entry: CalendarEntry): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const { talk, date, now, baseUrl, organiser, attendees } = entry;
  const method = date.cancelled ? 'CANCEL' : 'REQUEST';
  const start = new Date(date.startsAt);
  const calendar = ical({
    prodId: { company: 'Cairn', product: 'Cairn', language: 'EN' },
    method: ICalCalendarMethod[method],
  });
  calendar.createEvent({
    id: `${talk}@${new URL(baseUrl).hostname}`,
    sequence: date.sequence,
    stamp: now,
    start,
    end: new Date(start.getTime() + date.minutes * 60_000),
    // What others see of a shared calendar is that somebody is not free.
    class: ICalEventClass.PRIVATE,
    status: date.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: `Conversation: ${attendees.map(({ name }) => plain(name)).join(' and ')}`,
    description: `Prepare, talk and agree in Cairn:\n${baseUrl}${talkAddress(talk)}`,
    url: baseUrl + talkAddress(talk),
    ...(date.place === undefined ? {} : { location: date.place }),
    ...(organiser.email === undefined
      ? {}
      : { organizer: { name: plain(organiser.name), email: organiser.email } }),
    attendees: attendees.flatMap(({ name, email }) =>
      email === undefined
        ? []
        : [{ name: plain(name), email, rsvp: true, status: ICalAttendeeStatus.NEEDSACTION }],
    ),
  });
  return { method, content: calendar.toString() };
}

/** A name on one line, without the quotation marks that it will stand in. */
function plain(name: string): string {
  return name.replace(/[\p{Cc}"]+/gu, ' ').trim();
}
