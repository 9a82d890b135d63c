/** Days as ISO 8601 dates, such as "2026-03-12". A day is no instant: it needs no time zone until somebody asks for today. */

const DAY = 86_400_000;

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && instantOf(text)?.toISOString().slice(0, 10) === text;
}

/**
 * The day that an instant falls on.
 *
 * @param timeZone IANA name; UTC where it is left out, and for a name that is none
 */
export function dayIn(timeZone: string | undefined, instant: Date): string {
  try {
    return formatIn(timeZone ?? 'UTC').format(instant);
  } catch (error) {
    if (error instanceof RangeError) return instant.toISOString().slice(0, 10);
    throw error;
  }
}

/** Making one takes longer than the rest of many a page. There are some 600 names of time zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a name that is none */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
  FORMATS.set(timeZone, made);
  return made;
}

/** The latest day that is today anywhere: what lies after it is in the future for everybody. */
export function latestToday(instant: Date): string {
  return dayIn('Pacific/Kiritimati', instant);
}

/** A day as people say it beside today: "today", "yesterday", "3 days ago". Undefined where only its date says it. */
export function daysAgo(day: string, today: string): string | undefined {
  const days = Math.round(((instantOf(today)?.getTime() ?? 0) - (instantOf(day)?.getTime() ?? 0)) / DAY);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return days > 1 && days < 7 ? `${days} days ago` : undefined;
}

/** The month that a day lies in, e.g. "2026-03". */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

function instantOf(day: string): Date | undefined {
  const instant = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(instant.valueOf()) ? undefined : instant;
}
