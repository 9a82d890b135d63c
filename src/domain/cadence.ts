/** The rhythm in which an organisation wants talks to follow one another, and the dates that it proposes. */
import { addDays, workingDay } from './calendar.ts';

/** Months between two talks that can be chosen. */
export const RHYTHMS = [1, 2, 3, 4, 6, 12] as const;

/** "every quarter" */
export function rhythmInWords(months: number): string {
  return WORDS[months] ?? `every ${months} months`;
}

const WORDS: Readonly<Record<number, string>> = {
  1: 'every month',
  3: 'every quarter',
  6: 'every half year',
  12: 'every year',
};

/** Somebody with whom no talk is planned. */
export interface Unplanned {
  /** Id of the person. */
  person: string;
  /** By when the next talk is due, as an ISO 8601 day; null without a rhythm. */
  dueOn: string | null;
}

export interface ProposedTalk {
  person: string;
  /** ISO 8601 day. */
  day: string;
  /** e.g. "10:00" */
  time: string;
}

/** Times of a day that leave room for a talk and what comes before and after it. */
const TIMES = ['10:00', '11:30', '14:00', '15:30'] as const;

/** Both sides want a week to prepare. */
const AHEAD = 7;

/** Proposes a day and a time for each: when it is due, on working days, four talks a day at the most. */
export function proposeTalks(unplanned: readonly Unplanned[], today: string): ProposedTalk[] {
  const earliest = addDays(today, AHEAD);
  const taken = new Map<string, number>();
  return unplanned
    .filter((one): one is Unplanned & { dueOn: string } => one.dueOn !== null)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map(({ person, dueOn }) => {
      let day = workingDay(dueOn < earliest ? earliest : dueOn);
      while ((taken.get(day) ?? 0) >= TIMES.length) day = workingDay(addDays(day, 1));
      const place = taken.get(day) ?? 0;
      taken.set(day, place + 1);
      return { person, day, time: TIMES[place] ?? TIMES[0] };
    });
}
