import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { ADDRESS, day, emailOf, idOf, type Name, openWorld, type World } from '../../../../test/world.ts';
import { asViewer } from '../../../db/viewer.ts';
import { Scheduler } from '../../../jobs/scheduler.ts';
import { planTasks } from '../index.ts';
import { actionBy, sent } from './plan-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = 1;
const WEDNESDAY = 3;

/** Ten in the morning, UTC, of the next such day that is at least two days away. */
function next(weekday: number): Date {
  const at = new Date(`${day(2)}T10:00:00Z`);
  while (at.getUTCDay() !== weekday) at.setTime(at.getTime() + DAY);
  return at;
}

const dayAt = (at: Date, days: number) => new Date(at.getTime() + days * DAY).toISOString().slice(0, 10);

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  /** What a server does whose clock shows a time. */
  async function runAt(now: Date): Promise<void> {
    await database().owner.deleteFrom('job_run').execute();
    const failures: unknown[] = [];
    const log = { error: (details: object) => failures.push(details) };
    await new Scheduler({ db: database().job, tasks: planTasks(ADDRESS), log, now: () => now }).runDue();
    expect(failures).toEqual([]);
  }

  /** The mails so far, oldest first. */
  const mails = () =>
    database()
      .owner.selectFrom('mail')
      .select(['person_id', 'address', 'kind', 'subject', 'body'])
      .orderBy('created_at')
      .orderBy('address')
      .execute();

  async function wants(
    name: Name,
    more: { monday_mail?: boolean; reminder_mail?: boolean; quiet_from?: number },
  ) {
    await database()
      .owner.insertInto('preference')
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

  async function qualification(until: string): Promise<void> {
    await sent(await world.as('engineer'), '/qualifications', { name: 'Harbour radio', until });
  }

  describe('somebody with actions', () => {
    test('is told that one is due soon, once, and nothing of what it says', async () => {
      const at = next(WEDNESDAY);
      await actionBy(database(), 'engineer', { text: 'Talk to Amir about his notes', dueOn: dayAt(at, 1) });
      await runAt(at);
      const [mail, ...others] = await mails();
      expect(others).toEqual([]);
      expect(mail).toMatchObject({
        person_id: idOf('engineer'),
        address: emailOf('engineer'),
        kind: 'reminder',
        subject: '1 action is due soon',
      });
      expect(mail?.body).toBe(
        `1 action is due soon:\n${ADDRESS}/actions\n\nYou choose what you are reminded of, and at which hours:\n${ADDRESS}/you/reminders\n`,
      );
      for (const days of [1, 2, 5]) await runAt(new Date(at.getTime() + days * DAY));
      expect(await mails()).toHaveLength(1);
      await runAt(new Date(at.getTime() + 7 * DAY));
      expect((await mails()).map(({ subject }) => subject)).toEqual([
        '1 action is due soon',
        '1 action is overdue',
      ]);
    });

    test('gets on Monday morning what is due that week, if they want that', async () => {
      const at = next(MONDAY);
      await wants('engineer', { monday_mail: true });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 4) });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 6) });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 7) });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, -1) });
      await runAt(new Date(at.getTime() - DAY));
      expect(await mails()).toEqual([]);
      await runAt(at);
      expect(await mails()).toMatchObject([
        { kind: 'monday', subject: '2 actions are due this week, and 1 is overdue' },
      ]);
      for (const hours of [1, 3, 24, 48]) await runAt(new Date(at.getTime() + hours * HOUR));
      expect(await mails()).toHaveLength(1);
    });

    test('who manages somebody is told of their own promise, and a former manager is not', async () => {
      const at = next(WEDNESDAY);
      const dueOn = dayAt(at, 1);
      await actionBy(database(), 'lineManager', { owner: idOf('lineManager'), kind: 'opportunity', dueOn });
      await actionBy(database(), 'lineManager', { owner: idOf('deputy'), dueOn });
      await actionBy(database(), 'lineManager', { owner: idOf('formerManager'), dueOn });
      await runAt(at);
      expect((await mails()).map(({ address }) => address).sort()).toEqual([
        emailOf('deputy'),
        emailOf('lineManager'),
      ]);
    });

    test('hears nothing of what is done, was written down today, or belongs to somebody who has left', async () => {
      const at = next(WEDNESDAY);
      const id = await actionBy(database(), 'engineer', { dueOn: dayAt(at, 1) });
      await sent(await world.as('engineer'), `/actions/${id}/changes`, { change: 'done' });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 1), now: new Date(at.getTime() - HOUR) });
      await actionBy(database(), 'colleague', {
        person: idOf('colleague'),
        owner: idOf('colleague'),
        dueOn: dayAt(at, 1),
      });
      await database()
        .owner.updateTable('person')
        .set({ left_on: day(0) })
        .where('id', '=', idOf('colleague'))
        .execute();
      await runAt(at);
      expect(await mails()).toEqual([]);
    });

    test('hears nothing in quiet hours of their own time zone, and all of it after', async () => {
      const at = next(WEDNESDAY);
      await database()
        .owner.updateTable('person')
        .set({ time_zone: 'America/Los_Angeles' })
        .where('id', '=', idOf('engineer'))
        .execute();
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 1) });
      await runAt(at);
      expect(await mails()).toEqual([]);
      await runAt(new Date(at.getTime() + 9 * HOUR));
      expect(await mails()).toHaveLength(1);
    });

    test('who wants no mail gets none', async () => {
      const at = next(WEDNESDAY);
      await wants('engineer', { reminder_mail: false });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 1) });
      await runAt(at);
      expect(await mails()).toEqual([]);
    });
  });

  test('somebody whose qualification ends is told 90 and 30 days before, and no more', async () => {
    const at = next(WEDNESDAY);
    await qualification(dayAt(at, 100));
    for (const days of [0, 10, 11, 40, 69, 70, 71, 85, 100, 101]) {
      await runAt(new Date(at.getTime() + days * DAY));
    }
    const told = await mails();
    expect(told.map(({ subject }) => subject)).toEqual([
      '1 qualification ends soon',
      '1 qualification ends soon',
    ]);
    expect(told[0]?.body).not.toContain('radio');
    const { rows } = await sql<{ days: number }>`
      select (sent_at::date - ${at}::date) as days from reminder where kind = 'qualification' order by sent_at
    `.execute(database().owner);
    expect(rows.map(({ days }) => days)).toEqual([10, 70]);
  });

  describe('a manager', () => {
    const rhythm = () =>
      database()
        .owner.insertInto('setting')
        .values({ key: 'talk-rhythm', value: '3', changed_at: new Date() })
        .execute();

    test('is told once a week how many talks are due, until they are planned', async () => {
      await rhythm();
      const at = next(WEDNESDAY);
      await runAt(at);
      const own = async () => (await mails()).filter(({ address }) => address === emailOf('lineManager'));
      // The colleague has reported to them since January 2025; the engineer since last month.
      expect(await own()).toMatchObject([{ subject: '1 talk is due' }]);
      await runAt(new Date(at.getTime() + 6 * DAY));
      expect(await own()).toHaveLength(1);
      const talk = '01930000-0000-7000-8000-00000000aaaa';
      await database()
        .owner.insertInto('conversation')
        .values({
          id: talk,
          person_id: idOf('colleague'),
          manager_id: idOf('lineManager'),
          in_place_of: null,
          started_by: idOf('lineManager'),
          started_at: at,
          framework_id: 'harbour',
          release_version: '1.1.0',
          level_id: 'watch',
          touched_at: at,
        })
        .execute();
      await runAt(new Date(at.getTime() + 8 * DAY));
      expect(await own()).toHaveLength(1);
      await database()
        .owner.insertInto('reveal')
        .values({ conversation_id: talk, revealed_at: at })
        .execute();
      await runAt(new Date(at.getTime() + 15 * DAY));
      expect(await own()).toHaveLength(1);
    });

    test('hears nothing of talks where there is no rhythm', async () => {
      await runAt(next(WEDNESDAY));
      expect(await mails()).toEqual([]);
    });
  });

  describe('a clock that jumps', () => {
    test('a month ahead sends one mail to each, and back again none', async () => {
      const at = next(WEDNESDAY);
      await wants('engineer', { monday_mail: true });
      for (const days of [1, 8, 15, 22]) await actionBy(database(), 'engineer', { dueOn: dayAt(at, days) });
      for (const days of [1, 8, 15, 22]) {
        await actionBy(database(), 'colleague', {
          person: idOf('colleague'),
          owner: idOf('colleague'),
          dueOn: dayAt(at, days),
        });
      }
      await runAt(at);
      expect(await mails()).toHaveLength(1);
      const month = new Date(next(MONDAY).getTime() + 28 * DAY);
      await runAt(month);
      expect(await mails()).toHaveLength(3);
      for (const hours of [0, 1, 24, 48, 72, 168, 240]) await runAt(new Date(at.getTime() + hours * HOUR));
      expect(await mails()).toHaveLength(3);
    });
  });

  describe('what is due to whom', () => {
    test('is asked by background work alone, which reads nothing else about people', async () => {
      const { db, job, auth } = database();
      const ask = sql`select * from reminders_to_consider(now())`;
      await expect(asViewer(db, idOf('administrator'), (open) => ask.execute(open))).rejects.toThrow();
      await expect(ask.execute(db)).rejects.toThrow();
      await expect(ask.execute(auth)).rejects.toThrow();
      expect((await ask.execute(job)).rows).toEqual([]);
      for (const table of [
        'person',
        'action',
        'objective',
        'learning',
        'qualification',
        'manager_note',
        'conversation',
      ]) {
        await expect(sql`select from ${sql.table(table)}`.execute(job)).rejects.toThrow();
      }
      for (const call of ['talk_due', 'is_talk_planned']) {
        const asked = sql`select ${sql.raw(call)}(${idOf('engineer')}::uuid)`;
        await expect(asViewer(db, idOf('lineManager'), (open) => asked.execute(open))).rejects.toThrow();
      }
    });

    test('is told in opaque ids and days', async () => {
      await actionBy(database(), 'engineer', {
        text: 'Words of the record',
        dueOn: day(5),
        now: new Date(0),
      });
      const { rows } = await sql`select * from reminders_to_consider(now())`.execute(database().job);
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain('Words of the record');
      expect(JSON.stringify(rows)).not.toContain('Rosa');
    });

    test('is forgotten after more than a year', async () => {
      const old = { person_id: idOf('engineer'), kind: 'action', subject_id: idOf('engineer') };
      await database()
        .owner.insertInto('reminder')
        .values([
          { ...old, sent_at: new Date(Date.now() - 500 * DAY) },
          { ...old, sent_at: new Date(Date.now() - 300 * DAY) },
        ])
        .execute();
      await runAt(new Date());
      expect(await database().owner.selectFrom('reminder').select('kind').execute()).toHaveLength(1);
    });
  });
});
