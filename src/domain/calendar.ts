/** Reckoning with days, as ISO 8601 dates: what is due when, and which day of the week that is. */

import { dayIn } from './days.ts';

const DAY = 86_400_000;

export function addDays(day: string, days: number): string {
  return dayOf(instantOf(day) + days * DAY);
}

/** The same day of a later month, or that month's last where it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const next = Date.UTC(year, month + months, 1);
  const last = (next - first) / DAY;
  return dayOf(first + (Math.min(date, last) - 1) * DAY);
}

/** How many days lie between two days; negative where the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instantOf(to) - instantOf(from)) / DAY);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(instantOf(day)).getUTCDay() || 7;
}

/** The day itself, or the Monday after it where it lies on a weekend. */
export function workingDay(day: string): string {
  const weekday = weekdayOf(day);
  return weekday > 5 ? addDays(day, 8 - weekday) : day;
}

/** The hour of the day that it is in a time zone, from 0 to 23. @param timeZone IANA name; UTC for a name that is none */
export function hourIn(timeZone: string | undefined, instant: Date): number {
  return Math.floor(minutesIn(timeZone, instant) / 60) % 24;
}

/**
 * The instant at which clocks in a time zone show a day and a time. Where a clock goes forward and leaves the time out,
 * it is the same time after it.
 *
 * @param time e.g. "10:30"
 */
export function instantIn(timeZone: string | undefined, day: string, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let instant = wanted;
  // Twice, because the offset of the guess may not be the one of the instant itself.
  for (let round = 0; round < 2; round++) instant = wanted - offsetIn(timeZone, new Date(instant));
  return new Date(instant);
}

/** How far clocks in a time zone are ahead of UTC, in milliseconds. */
function offsetIn(timeZone: string | undefined, instant: Date): number {
  const days = daysBetween(instant.toISOString().slice(0, 10), dayIn(timeZone, instant));
  const minutes = instant.getUTCHours() * 60 + instant.getUTCMinutes();
  return days * DAY + (minutesIn(timeZone, instant) - minutes) * 60_000;
}

function minutesIn(timeZone: string | undefined, instant: Date): number {
  const [hours = 0, minutes = 0] = clockIn(timeZone).format(instant).split(':').map(Number);
  return hours * 60 + minutes;
}

/** Building one costs more than asking it. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone = 'UTC'): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known !== undefined) return known;
  const made = clock(timeZone);
  CLOCKS.set(timeZone, made);
  return made;
}

function clock(timeZone: string): Intl.DateTimeFormat {
  const how = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...how, timeZone });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en-GB', { ...how, timeZone: 'UTC' });
    throw error;
  }
}

function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
