/** Instants as people say them, on their own clocks. */

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** "Thursday 3 December 2026, 14:00" */
export function momentInWords(instant: string, timeZone: string): string {
  return `${dayOf(instant, timeZone)}, ${timeOf(instant, timeZone)}`;
}

/** "Thursday 3 December 2026" */
export function dayOf(instant: string, timeZone: string): string {
  return format(DAY, timeZone).format(new Date(instant)).replace(',', '');
}

/** "14:00" */
export function timeOf(instant: string, timeZone: string): string {
  return format(TIME, timeZone).format(new Date(instant));
}

/** "November 2026" */
export function monthInWords(instant: string, timeZone: string): string {
  return format({ month: 'long', year: 'numeric' }, timeZone).format(new Date(instant));
}

/** In UTC where somebody gives a time zone that is none. */
function format(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    throw error;
  }
}
