import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { day, idOf, NAMES, type Name, openWorld, type World } from '../../../../test/world.ts';
import { newId } from '../../../db/ids.ts';
import { asViewer } from '../../../db/viewer.ts';
import { talksOfTeams } from '../team/queries.ts';
import { textOf } from './plan-world.ts';
import { reportsTo, setRhythm, talkWith } from './talks.ts';

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  const teams = async (name: Name = 'head') =>
    (await asViewer(database().db, idOf(name), (db) => talksOfTeams(db, day(0)))).teams.map(
      ({ team, people, held, due, late }) => ({ team, people, held, due, late }),
    );

  const SMALL = { people: null, held: null, due: null, late: null };

  describe('a head of operations', () => {
    test('sees how many talks are due, held and late in each team, and no names', async () => {
      await setRhythm(database(), 3);
      await reportsTo(database(), 'lineManager', 3, { team: 'Night watch', since: new Date() });
      await talkWith(database(), {
        person: 'colleague',
        manager: 'lineManager',
        revealedAt: new Date(Date.now() - 75 * 86_400_000),
      });
      const html = await (await world.as('head')).html('/head');
      const page = textOf(html);
      expect(page).toContain('The rhythm is a talk every quarter.');
      // Rosa, Amir, Daniel and three more: Amir talked, and is due again within the month; Daniel never did.
      expect(await teams()).toContainEqual({ team: 'Night watch', people: 6, held: 1, due: 1, late: 1 });
      expect(page).toMatch(/Night watch ?6 ?1 ?1 ?1/);
      for (const name of ['Rosa', 'Amir', 'Daniel', 'Report 01']) expect(html).not.toContain(name);
    });

    test('sees no figures of a team of which fewer than five are counted', async () => {
      expect(await teams()).toEqual([
        { team: 'Day watch', ...SMALL },
        { team: 'Night watch', ...SMALL },
        { team: 'Office', ...SMALL },
      ]);
      await reportsTo(database(), 'lineManager', 1, { team: 'Night watch' });
      expect(await teams()).toContainEqual({ team: 'Night watch', ...SMALL });
      const page = textOf(await (await world.as('head')).html('/head'));
      expect(page).toMatch(/Not counted, because fewer than five people.*Day watch, Night watch, Office/);
      await reportsTo(database(), 'lineManager', 1, { team: 'Night watch' });
      expect(await teams()).toContainEqual({ team: 'Night watch', people: 5, held: 0, due: 0, late: 0 });
    });

    test('of a part of the line sees no figures of a team of which a few are in that part', async () => {
      await reportsTo(database(), 'formerManager', 4, { team: 'Night watch' });
      await database()
        .owner.insertInto('headship')
        .values({
          id: newId(),
          person_id: idOf('panelMember'),
          root_id: idOf('lineManager'),
          since: new Date(),
          until: null,
        })
        .execute();
      expect(await teams()).toContainEqual({ team: 'Night watch', people: 7, held: 0, due: 0, late: 0 });
      expect(await teams('panelMember')).toEqual([{ team: 'Night watch', ...SMALL }]);
    });

    test('is told where there is no rhythm, and counts what was held within a year', async () => {
      await reportsTo(database(), 'lineManager', 2, { team: 'Night watch' });
      await talkWith(database(), {
        person: 'engineer',
        manager: 'lineManager',
        revealedAt: new Date(Date.now() - 300 * 86_400_000),
      });
      const html = await (await world.as('head')).html('/head');
      expect(textOf(html)).toContain('The organisation has set no rhythm of talks');
      expect(html).not.toContain('>Late<');
      expect(await teams()).toContainEqual({ team: 'Night watch', people: 5, held: 1, due: 0, late: 0 });
    });

    test('counts nobody who has left, reports to nobody, or is the head', async () => {
      await reportsTo(database(), 'lineManager', 2, { team: 'Night watch' });
      await database()
        .owner.updateTable('person')
        .set({ left_on: day(0) })
        .where('id', '=', idOf('colleague'))
        .execute();
      expect(await teams()).toContainEqual({ team: 'Night watch', ...SMALL });
    });
  });

  test.each(NAMES.filter((name) => name !== 'head'))(
    'the %s has no such page and no figures',
    async (name) => {
      await reportsTo(database(), 'lineManager', 5, { team: 'Night watch' });
      expect((await (await world.as(name)).get('/head')).status).toBe(404);
      expect(await teams(name)).toEqual([]);
    },
  );

  test('nobody sees any without signing in', async () => {
    const { rows } = await sql`select * from talks_in_my_teams(current_date)`.execute(database().db);
    expect(rows).toEqual([]);
  });
});
