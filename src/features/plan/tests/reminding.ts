/** What tests about reminders share: a server whose clock shows what they say, and the mails that it handed over. */
import { ADDRESS, day, idOf, type Name } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';
import { Scheduler } from '../../../jobs/scheduler.ts';
import { planTasks } from '../index.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const MONDAY = 1;
export const WEDNESDAY = 3;

/** Ten in the morning, UTC, of the next such day that is at least two days away. */
export function next(weekday: number): Date {
  const at = new Date(`${day(2)}T10:00:00Z`);
  while (at.getUTCDay() !== weekday) at.setTime(at.getTime() + DAY);
  return at;
}

/** The day that is so many days after an instant. */
export function dayAt(at: Date, days: number): string {
  return later(at, days * DAY)
    .toISOString()
    .slice(0, 10);
}

export function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

/** What a server does whose clock shows a time, and which has done nothing lately. */
export async function runAt({ owner, job }: Database, now: Date): Promise<void> {
  await owner.deleteFrom('job_run').execute();
  const log = {
    error: (details: object) => {
      throw new Error('work in the background failed', { cause: details });
    },
  };
  await new Scheduler({ db: job, tasks: planTasks(ADDRESS), log, now: () => now }).runDue();
}

/** The mails so far, oldest first. */
export function mails({ owner }: Database) {
  return owner
    .selectFrom('mail')
    .select(['person_id', 'address', 'kind', 'subject', 'body'])
    .orderBy('created_at')
    .orderBy('address')
    .execute();
}

/** Chooses how somebody is reminded. */
export async function wants(
  { owner }: Database,
  name: Name,
  more: { monday_mail?: boolean; reminder_mail?: boolean },
): Promise<void> {
  await owner
    .insertInto('preference')
    .values({
      person_id: idOf(name),
      monday_mail: false,
      reminder_mail: true,
      quiet_from: 18,
      quiet_until: 8,
      changed_at: new Date(),
      ...more,
    })
    .execute();
}
