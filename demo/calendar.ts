/** When things happened in the demo world, for whoever opens it now. */
import { createHash } from 'node:crypto';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** 52 weeks. */
const YEAR = 364;

/**
 * Moves the world to the present, by whole multiples of 52 weeks: it ends today or at most a year ago, and never in the
 * future, which no page accepts. Its notes say "Saturday", "opening day" and "in the gale of February", so weekdays and
 * seasons must stay; a world moved by days or weeks would have Christmas in May.
 */
export class Calendar {
  /** Days since the last one of the world. */
  readonly sinceTheEnd: number;
  readonly #moved: number;
  readonly #end: string;

  /** @param end the world's last day, as it is written. ISO 8601 */
  constructor(end: string, now: Date) {
    const today = now.toISOString().slice(0, 10);
    this.#moved = Math.floor(daysBetween(end, today) / YEAR) * YEAR;
    this.#end = end;
    this.sinceTheEnd = daysBetween(this.day(end), today);
  }

  /** A day of the files, as an ISO 8601 day of the world. */
  day(written: string): string {
    return later(written, this.#moved);
  }

  /** A day on which something runs or is planned when the world ends: it still does when somebody opens the demo. */
  dayAhead(written: string): string {
    return written < this.#end ? this.day(written) : later(this.day(written), this.sinceTheEnd);
  }

  /** The same for a day of the week: a talk on a Tuesday stays on one. */
  weekdayAhead(written: string): string {
    const weeks = Math.ceil(this.sinceTheEnd / 7);
    return written < this.#end ? this.day(written) : later(this.day(written), weeks * 7);
  }

  /** A text with the years that it names moved along. */
  words(text: string): string {
    const years = Math.round(this.#moved / YEAR);
    return years === 0 ? text : text.replace(/\b20[12]\d\b/g, (year) => String(Number(year) + years));
  }

  /** @param minutes of the day, where somebody is */
  at(written: string, minutes: number, timeZone: string): Date {
    return this.moment(this.day(written), minutes, timeZone);
  }

  /** The same of a day that was moved already. */
  moment(day: string, minutes: number, timeZone: string): Date {
    const wall = new Date(`${day}T00:00:00Z`).getTime() + minutes * MINUTE;
    return new Date(wall - offsetAt(wall, timeZone));
  }
}

/** A minute of a working day, between nine and four. The same for the same words. */
export function minuteFor(words: string): number {
  return 9 * 60 + numberFor(words, 7 * 60);
}

/** A whole number below `end` that seems to be any. The same for the same words. */
export function numberFor(words: string, end: number): number {
  return createHash('sha256').update(words).digest().readUInt32BE() % end;
}

export function later(day: string, days: number): string {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + days * DAY).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((new Date(`${to}T00:00:00Z`).getTime() - new Date(`${from}T00:00:00Z`).getTime()) / DAY);
}

/** How far clocks are ahead of UTC, in milliseconds, around what they show. */
function offsetAt(wall: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return new Date(`${shown.format(wall).replace(' ', 'T')}Z`).getTime() - Math.floor(wall / 1000) * 1000;
}
