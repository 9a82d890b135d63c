import { clockTimeAt, instantOf, isTime } from '../../../domain/clock-time.ts';
import { isDay } from '../../../domain/days.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { SentForm } from '../../../web/form-guard.ts';
import type { TalkDate } from '../talk.ts';
import { cleanedLine } from '../written.ts';
import type { NewDate } from './date.ts';

/** How long a talk may be offered to be, in minutes. */
export const LENGTHS = [30, 45, 60, 90, 120] as const;

/** Longest name of a place, in characters. */
export const LONGEST_PLACE = 200;

/** What was typed about when the talk is. */
export interface DateText {
  day: string;
  time: string;
  minutes: string;
  place: string;
}

export const NO_DATE: DateText = { day: '', time: '', minutes: '45', place: '' };

export function typedDate(form: SentForm): DateText {
  return {
    day: form.text('day').trim(),
    time: form.text('time').trim(),
    minutes: form.text('minutes'),
    place: cleanedLine(form.text('place')),
  };
}

/** A date as the form shows it, on the viewer's own clock. */
export function dateText(date: TalkDate, timeZone: string): DateText {
  const { day, time } = clockTimeAt(new Date(date.startsAt), timeZone);
  return { day, time, minutes: String(date.minutes), place: date.place ?? '' };
}

export function dateProblems(
  { day, time, minutes, place }: DateText,
  now: Date,
  timeZone: string,
): FieldError[] {
  const problems: FieldError[] = [];
  if (!isDay(day)) problems.push({ field: 'day', message: 'Choose the day of the talk' });
  if (!isTime(time))
    problems.push({ field: 'time', message: 'Give the time as hours and minutes, such as 14:30' });
  if (problems.length === 0 && instantOf({ day, time }, timeZone) <= now) {
    problems.push({ field: 'day', message: 'Choose a time that lies ahead' });
  }
  if (!LENGTHS.some((length) => String(length) === minutes)) {
    problems.push({ field: 'minutes', message: 'Choose how long it takes' });
  }
  if (place.length > LONGEST_PLACE) {
    problems.push({ field: 'place', message: `Shorten the place to ${LONGEST_PLACE} characters` });
  }
  return problems;
}

/** What was typed, once nothing is wrong with it. */
export function dateOf({ day, time, minutes, place }: DateText, timeZone: string): NewDate {
  const startsAt = instantOf({ day, time }, timeZone);
  return { startsAt, minutes: Number(minutes), ...(place === '' ? {} : { place }) };
}
