/**
 * Reminders: what is sent to whom, and when. Nobody hears of the same thing twice a week, or of anything during their quiet
 * hours, whatever the clock does: what was sent in a future that the clock came back from counts as sent.
 */
import { addDays, daysBetween, hourIn, weekdayOf } from './calendar.ts';
import { dayIn } from './days.ts';
import { WARNINGS } from './qualification.ts';

/** What a reminder can be about: an action that comes due, a qualification that ends, a talk that is due. */
export const REMINDER_KINDS = ['action', 'qualification', 'talk'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** How somebody wants to be reminded. */
export interface Preference {
  /** What is due this week, on Monday morning. */
  mondayMail: boolean;
  /** What comes due, ends or is late, when it does. */
  reminderMail: boolean;
  /** Hours of the day between which nothing is sent; none where both are the same. */
  quietFrom: number;
  quietUntil: number;
}

export const DEFAULT_PREFERENCE: Preference = {
  mondayMail: false,
  reminderMail: true,
  quietFrom: 18,
  quietUntil: 8,
};

/** Something that somebody may be reminded of. */
export interface Matter extends Preference {
  /** Id of whom it would be sent to. */
  person: string;
  address: string;
  /** IANA name. */
  timeZone: string | null;
  kind: ReminderKind;
  /** Id of what it is about. */
  subject: string;
  /** ISO 8601 day. */
  dueOn: string;
  /** When they last heard of it, of a Monday, and of anything. */
  sentAt: Date | null;
  lastMondayAt: Date | null;
  lastMailAt: Date | null;
}

/** One mail to one person: what it counts, by ids. */
export interface Reminder {
  person: string;
  address: string;
  /** Whether it is the mail of a Monday. */
  monday: boolean;
  /** Actions that are due soon, and those that are overdue. */
  due: string[];
  overdue: string[];
  /** Qualifications that end soon. */
  ending: string[];
  /** People with whom a talk is due. */
  talks: string[];
}

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** At the least, between two mails of any kind to one person. */
const BETWEEN_MAILS = 20 * HOUR;

/** A little less than a week, so that the hour of one Monday does not put off the next. */
const BETWEEN_MONDAYS = 6 * 24 * HOUR;

const MONDAY = 1;
/** The hour from which a Monday's mail is sent, where quiet hours do not put it off. */
const MORNING = 7;

/** How many days ahead an action is spoken of, how long after it was due, and how far ahead a talk is. */
const AHEAD = { action: 2, talk: 14 };
const DAYS_OVERDUE = 28;

/** What is to be sent now: at most one mail a person. */
export function remindersToSend(matters: readonly Matter[], now: Date): Reminder[] {
  const people = Map.groupBy(matters, ({ person }) => person);
  return [...people.values()].flatMap((own) => reminderOf(own, now) ?? []);
}

/** Whether nothing is sent in this hour. Hours may run over midnight. */
export function isQuiet(
  hour: number,
  { quietFrom, quietUntil }: Pick<Preference, 'quietFrom' | 'quietUntil'>,
) {
  return quietFrom <= quietUntil
    ? hour >= quietFrom && hour < quietUntil
    : hour >= quietFrom || hour < quietUntil;
}

function reminderOf(matters: readonly Matter[], now: Date): Reminder | undefined {
  const [first] = matters;
  if (first === undefined || !mayHear(first, now)) return undefined;
  const today = dayIn(first.timeZone ?? undefined, now);
  const monday = isMondayMail(first, today, now);
  const reminder = {
    person: first.person,
    address: first.address,
    monday,
    ...actionsIn(matters, { monday, today, now }),
    ...othersIn(matters, today, now),
  };
  const { due, overdue, ending, talks } = reminder;
  return [...due, ...overdue, ...ending, ...talks].length === 0 ? undefined : reminder;
}

function mayHear({ timeZone, lastMailAt, ...preference }: Matter, now: Date): boolean {
  return !isQuiet(hourIn(timeZone ?? undefined, now), preference) && isOver(lastMailAt, BETWEEN_MAILS, now);
}

function isMondayMail({ mondayMail, timeZone, lastMondayAt }: Matter, today: string, now: Date): boolean {
  return (
    mondayMail &&
    weekdayOf(today) === MONDAY &&
    hourIn(timeZone ?? undefined, now) >= MORNING &&
    isOver(lastMondayAt, BETWEEN_MONDAYS, now)
  );
}

/** Whoever wants the mail of a Monday hears of actions there and nowhere else. */
function actionsIn(
  matters: readonly Matter[],
  { monday, today, now }: { monday: boolean; today: string; now: Date },
): Pick<Reminder, 'due' | 'overdue'> {
  const actions = matters.filter((matter) => {
    if (matter.kind !== 'action') return false;
    if (matter.mondayMail) return monday && matter.dueOn <= addDays(today, 6);
    return matter.reminderMail && isNear(matter, today) && isOver(matter.sentAt, WEEK, now);
  });
  return {
    due: actions.filter(({ dueOn }) => dueOn >= today).map(({ subject }) => subject),
    overdue: actions.filter(({ dueOn }) => dueOn < today).map(({ subject }) => subject),
  };
}

function isNear({ dueOn }: Matter, today: string): boolean {
  const left = daysBetween(today, dueOn);
  return left <= AHEAD.action && left >= -DAYS_OVERDUE;
}

function othersIn(matters: readonly Matter[], today: string, now: Date): Pick<Reminder, 'ending' | 'talks'> {
  const rested = matters.filter(({ reminderMail, sentAt }) => reminderMail && isOver(sentAt, WEEK, now));
  const subjects = (kind: ReminderKind, is: (matter: Matter) => boolean) =>
    rested.filter((matter) => matter.kind === kind && is(matter)).map(({ subject }) => subject);
  return {
    ending: subjects('qualification', (matter) => isWarningDue(matter, today)),
    talks: subjects('talk', ({ dueOn }) => daysBetween(today, dueOn) <= AHEAD.talk),
  };
}

/** Each warning once: none was sent since the day from which it holds. */
function isWarningDue({ dueOn, sentAt }: Matter, today: string): boolean {
  const left = daysBetween(today, dueOn);
  const warning = left < 0 ? undefined : WARNINGS.findLast((days) => left <= days);
  if (warning === undefined) return false;
  return sentAt === null || sentAt.toISOString().slice(0, 10) < addDays(dueOn, -warning - 1);
}

/** Whether a time has gone by since. What lies in the future has not gone by. */
function isOver(since: Date | null, time: number, now: Date): boolean {
  return since === null || now.getTime() - since.getTime() >= time;
}
