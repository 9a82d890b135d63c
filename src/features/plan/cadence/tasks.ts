/** What is done about reminders in the background. */
import type { Executor } from '../../../db/schema.ts';
import { type Reminder, remindersToSend } from '../../../domain/reminders.ts';
import type { Task } from '../../../jobs/scheduler.ts';
import { handOverMail } from '../../../mail/index.ts';
import { reminderMail } from './mails.ts';
import { mattersToConsider } from './queries.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long it is kept that somebody was reminded: for longer than any reminder looks back. */
const DAYS_KEPT = 400;

/** @param baseUrl the public address, for the links in mails */
export function planTasks(baseUrl: string): Task[] {
  return [
    { name: 'reminders', every: 10 * MINUTE, run: (db, now) => sendReminders(db, baseUrl, now) },
    { name: 'forget-reminders', every: DAY, run: forgetReminders },
  ];
}

async function sendReminders(db: Executor, baseUrl: string, now: Date): Promise<void> {
  const reminders = remindersToSend(await mattersToConsider(db, now), now);
  for (const reminder of reminders) {
    const { person, address } = reminder;
    await handOverMail(db, { ...reminderMail(reminder, baseUrl), person, address, now });
  }
  const rows = reminders.flatMap((reminder) => rowsOf(reminder, now));
  // A statement takes some 65,000 values; the first run of a large organisation may bring more.
  for (let start = 0; start < rows.length; start += 1_000) {
    await db
      .insertInto('reminder')
      .values(rows.slice(start, start + 1_000))
      .execute();
  }
}

/** What somebody has heard of by one mail. */
function rowsOf({ person, monday, due, overdue, ending, talks }: Reminder, now: Date) {
  const row = (kind: string) => (subject: string) => ({
    person_id: person,
    kind,
    subject_id: subject,
    sent_at: now,
  });
  return [
    ...(monday ? [row('monday')(person)] : []),
    ...[...due, ...overdue].map(row('action')),
    ...ending.map(row('qualification')),
    ...talks.map(row('talk')),
  ];
}

async function forgetReminders(db: Executor, now: Date): Promise<void> {
  const long = new Date(now.getTime() - DAYS_KEPT * DAY);
  await db.deleteFrom('reminder').where('sent_at', '<', long).execute();
}
