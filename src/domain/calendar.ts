/** Reckoning with days, as ISO 8601 dates: what is due when, and which day of the week that is. */

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

function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
