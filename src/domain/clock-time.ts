/** A time on somebody's clock, in their time zone, and the instant that it is. */

export interface ClockTime {
  /** ISO 8601 day. */
  day: string;
  /** Hours and minutes, "14:30". */
  time: string;
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * The instant at which a clock shows this. An hour that is skipped in spring is the one after it; of one that comes
 * twice in autumn it is the first.
 *
 * @param timeZone IANA name; UTC for a name that is none
 */
export function instantOf({ day, time }: ClockTime, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const candidates = [asUtc - 86_400_000, asUtc + 86_400_000].map((near) => asUtc - offsetAt(near, timeZone));
  const exact = candidates.toSorted((a, b) => a - b).find((at) => at + offsetAt(at, timeZone) === asUtc);
  return new Date(exact ?? Math.max(...candidates));
}

export function clockTimeAt(instant: Date, timeZone: string): ClockTime {
  const local = new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const whole = Math.floor(at / 1000) * 1000;
  const parts = formatOf(timeZone).formatToParts(whole);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    whole
  );
}

const FIELDS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
} as const;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...FIELDS, timeZone });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en-GB', { ...FIELDS, timeZone: 'UTC' });
    throw error;
  }
}
