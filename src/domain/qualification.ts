/** Qualifications: what somebody holds, until when, and how that is said. Never whether it is enough. */
import { daysBetween } from './calendar.ts';
import { isDay } from './days.ts';
import type { Problem } from './plan.ts';

/** How long before one ends somebody is warned, in days. */
export const WARNINGS = [90, 30] as const;

/** Largest file, in bytes. */
export const LARGEST_CERTIFICATE = 10 * 1024 * 1024;

/** ISO 8601 days. */
export interface Validity {
  from: string | null;
  until: string | null;
}

/** "held", "held until March 2027", "held from June 2026", "ended in March 2026" */
export function heldInWords({ from, until }: Validity, today: string): string {
  if (until !== null && until < today) return `ended in ${month(until)}`;
  if (from !== null && from > today) return `held from ${month(from)}`;
  return until === null ? 'held' : `held until ${month(until)}`;
}

/** The warning that it is time for, in days; undefined while there is none, and once it has ended. */
export function warningOf({ until }: Validity, today: string): (typeof WARNINGS)[number] | undefined {
  if (until === null || until < today) return undefined;
  const left = daysBetween(today, until);
  return WARNINGS.findLast((days) => left <= days);
}

/** Of several entries of one name the one that holds longest. */
export function holdsLongest<Q extends Validity>(held: readonly Q[]): Q | undefined {
  return held.toSorted((a, b) => ((a.until ?? '9') < (b.until ?? '9') ? 1 : -1))[0];
}

/** Whether two names mean one qualification, whatever marks, capitals and punctuation each is written with. */
export function isSameQualification(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** The name that an author wrote as Markdown, as somebody would type it. */
export function plainName(name: string): string {
  return name
    .replace(/<[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What somebody writes of one. Empty texts are absent. */
export interface QualificationWords {
  name: string;
  body: string;
  number: string;
  from: string;
  until: string;
}

const LONGEST = { name: 300, body: 300, number: 100 } as const;

export function qualificationProblems(words: QualificationWords): Problem[] {
  const { name, from, until } = words;
  const problems: Problem[] = name === '' ? [{ field: 'name', message: 'Write its name' }] : [];
  for (const [field, most] of Object.entries(LONGEST)) {
    if (words[field as keyof typeof LONGEST].length > most) {
      problems.push({ field, message: `Shorten it to ${most} characters` });
    }
  }
  const days = [
    ['from', from],
    ['until', until],
  ] as const;
  for (const [field, day] of days) {
    if (day !== '' && !isDay(day)) {
      problems.push({ field, message: 'Give the day as a date, such as 2026-03-12' });
    }
  }
  if (isDay(from) && isDay(until) && until < from) {
    problems.push({ field: 'until', message: 'Choose a day after the one from which it holds' });
  }
  return problems;
}

function folded(name: string): string {
  return plainName(name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function month(day: string): string {
  return MONTH.format(new Date(`${day}T00:00:00Z`));
}
