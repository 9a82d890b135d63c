import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { day, idOf, openWorld } from '../../../../test/world.ts';
import { asViewer } from '../../../db/viewer.ts';
import { actionBy } from './plan-world.ts';
import { DAY, dayAt, HOUR, later, MONDAY, mails, next, runAt, WEDNESDAY, wants } from './reminding.ts';

onEachEngine((database) => {
  beforeEach(async () => {
    await openWorld(database());
  });

  describe('a clock that jumps', () => {
    test('a month ahead sends one mail to each, and back again none', async () => {
      const at = next(WEDNESDAY);
      await wants(database(), 'engineer', { monday_mail: true });
      for (const days of [1, 8, 15, 22]) await actionBy(database(), 'engineer', { dueOn: dayAt(at, days) });
      for (const days of [1, 8, 15, 22]) {
        await actionBy(database(), 'colleague', {
          person: idOf('colleague'),
          owner: idOf('colleague'),
          dueOn: dayAt(at, days),
        });
      }
      await runAt(database(), at);
      expect(await mails(database())).toHaveLength(1);
      const month = new Date(next(MONDAY).getTime() + 28 * DAY);
      await runAt(database(), month);
      expect(await mails(database())).toHaveLength(3);
      for (const hours of [0, 1, 24, 48, 72, 168, 240]) await runAt(database(), later(at, hours * HOUR));
      expect(await mails(database())).toHaveLength(3);
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
      for (const call of ['talk_due($)', 'is_talk_planned($)', 'is_managed_by($, $)']) {
        const asked = sql.raw(`select ${call.replaceAll('$', `'${idOf('engineer')}'::uuid`)}`);
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
      await runAt(database(), new Date());
      expect(await database().owner.selectFrom('reminder').select('kind').execute()).toHaveLength(1);
    });
  });
});
