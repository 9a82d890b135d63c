import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { ADDRESS, day, idOf, openWorld, type Visitor, type World } from '../../../../test/world.ts';
import { actionBy, sent, textOf } from './plan-world.ts';

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  /** Makes an address; returns its path. */
  async function made(visitor: Visitor): Promise<string> {
    const page = await (await visitor.post('/actions/calendar')).text();
    return new RegExp(`${ADDRESS}(/calendar/[\\w-]+\\.ics)`).exec(page)?.[1] ?? '';
  }

  describe('somebody whose calendar follows their actions', () => {
    test('finds each open one as a day, with its link', async () => {
      const rosa = await world.as('engineer');
      await actionBy(database(), 'engineer', { text: 'Learn the cranes; all of them\nsoon', dueOn: day(5) });
      await actionBy(database(), 'engineer', { text: 'Without a day' });
      await actionBy(database(), 'engineer', {
        text: 'Find a night',
        owner: idOf('lineManager'),
        dueOn: day(6),
      });
      const path = await made(rosa);
      const answer = await world.visitor.get(path);
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      const text = await answer.text();
      expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
      expect(text).toContain(`DTSTART;VALUE=DATE:${day(5).replaceAll('-', '')}`);
      expect(text).toContain('SUMMARY:Learn the cranes\\; all of them\r\n');
      expect(text).toContain('URL;VALUE=URI:http://cairn.test/actions/');
    });

    test('finds what they promised somebody else too', async () => {
      await actionBy(database(), 'lineManager', {
        text: 'Find a night',
        owner: idOf('lineManager'),
        dueOn: day(6),
      });
      const path = await made(await world.as('lineManager'));
      expect(await (await world.visitor.get(path)).text()).toContain('SUMMARY:Find a night');
    });

    test('ends the old address by making a new one, and every one by ending it', async () => {
      const rosa = await world.as('engineer');
      const [first, second] = [await made(rosa), await made(rosa)];
      expect(first).not.toBe(second);
      expect((await world.visitor.get(first)).status).toBe(404);
      expect((await world.visitor.get(second)).status).toBe(200);
      expect(textOf(await rosa.html('/actions'))).toContain('A calendar can read your open actions');
      const { location } = await sent(rosa, '/actions/calendar/removal');
      expect(textOf(await rosa.html(location))).toContain('The calendar’s address is ended.');
      expect((await world.visitor.get(second)).status).toBe(404);
    });

    test('keeps only a digest of the address here', async () => {
      const path = await made(await world.as('engineer'));
      const [row] = await database().owner.selectFrom('calendar_feed').selectAll().execute();
      expect(JSON.stringify(row)).not.toContain(path.slice(10, -4));
    });

    test('has none once they have left', async () => {
      const path = await made(await world.as('engineer'));
      await database()
        .owner.updateTable('person')
        .set({ left_on: day(0) })
        .where('id', '=', idOf('engineer'))
        .execute();
      expect((await world.visitor.get(path)).status).toBe(404);
    });
  });

  test.each(['/calendar/none.ics', '/calendar/none', `/calendar/${'a'.repeat(43)}.ics`])(
    '%s leads nowhere',
    async (path) => {
      expect((await world.visitor.get(path)).status).toBe(404);
    },
  );
});
