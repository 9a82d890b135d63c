import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { ADDRESS, day, emailOf, idOf, openWorld, type World } from '../../../../test/world.ts';
import { actionBy, sent } from './plan-world.ts';
import { DAY, dayAt, HOUR, later, MONDAY, mails, next, runAt, WEDNESDAY, wants } from './reminding.ts';

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  describe('somebody with actions', () => {
    test('is told that one is due soon, once, and nothing of what it says', async () => {
      const at = next(WEDNESDAY);
      await actionBy(database(), 'engineer', { text: 'Talk to Amir about his notes', dueOn: dayAt(at, 1) });
      await runAt(database(), at);
      const [mail, ...others] = await mails(database());
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
      for (const days of [1, 2, 5]) await runAt(database(), later(at, days * DAY));
      expect(await mails(database())).toHaveLength(1);
      await runAt(database(), later(at, 7 * DAY));
      expect((await mails(database())).map(({ subject }) => subject)).toEqual([
        '1 action is due soon',
        '1 action is overdue',
      ]);
    });

    test('gets on Monday morning what is due that week, if they want that', async () => {
      const at = next(MONDAY);
      await wants(database(), 'engineer', { monday_mail: true });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 4) });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 6) });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 7) });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, -1) });
      await runAt(database(), new Date(at.getTime() - DAY));
      expect(await mails(database())).toEqual([]);
      await runAt(database(), at);
      expect(await mails(database())).toMatchObject([
        { kind: 'monday', subject: '2 actions are due this week, and 1 is overdue' },
      ]);
      for (const hours of [1, 3, 24, 48]) await runAt(database(), later(at, hours * HOUR));
      expect(await mails(database())).toHaveLength(1);
    });

    test('who manages somebody is told of their own promise, and a former manager is not', async () => {
      const at = next(WEDNESDAY);
      const dueOn = dayAt(at, 1);
      await actionBy(database(), 'lineManager', { owner: idOf('lineManager'), kind: 'opportunity', dueOn });
      await actionBy(database(), 'lineManager', { owner: idOf('deputy'), dueOn });
      await actionBy(database(), 'lineManager', { owner: idOf('formerManager'), dueOn });
      await runAt(database(), at);
      expect((await mails(database())).map(({ address }) => address).sort()).toEqual([
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
      await runAt(database(), at);
      expect(await mails(database())).toEqual([]);
    });

    test('hears nothing in quiet hours of their own time zone, and all of it after', async () => {
      const at = next(WEDNESDAY);
      await database()
        .owner.updateTable('person')
        .set({ time_zone: 'America/Los_Angeles' })
        .where('id', '=', idOf('engineer'))
        .execute();
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 1) });
      await runAt(database(), at);
      expect(await mails(database())).toEqual([]);
      await runAt(database(), later(at, 9 * HOUR));
      expect(await mails(database())).toHaveLength(1);
    });

    test('who wants no mail gets none', async () => {
      const at = next(WEDNESDAY);
      await wants(database(), 'engineer', { reminder_mail: false });
      await actionBy(database(), 'engineer', { dueOn: dayAt(at, 1) });
      await runAt(database(), at);
      expect(await mails(database())).toEqual([]);
    });
  });

  test('somebody whose qualification ends is told 90 and 30 days before, and no more', async () => {
    const at = next(WEDNESDAY);
    await sent(await world.as('engineer'), '/qualifications', {
      name: 'Harbour radio',
      until: dayAt(at, 100),
    });
    for (const days of [0, 10, 11, 40, 69, 70, 71, 85, 100, 101]) {
      await runAt(database(), later(at, days * DAY));
    }
    const told = await mails(database());
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
});
