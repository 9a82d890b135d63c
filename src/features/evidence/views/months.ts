const MONTH_IN_WORDS = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "March 2026". @param day an ISO 8601 day or month */
export function monthInWords(day: string): string {
  return MONTH_IN_WORDS.format(new Date(`${day.slice(0, 7)}-01T00:00:00Z`));
}
