import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, NEWEST, OLDER, openAppOver, openWorld, type World } from '../../../../test/world.ts';
import { counting, SET_UP } from './counted.ts';
import { noted } from './evidence-world.ts';
import { noteMany } from './many-notes.ts';

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });
  const setLevel = (level: object) =>
    database().owner.updateTable('level_held').set(level).where('person_id', '=', idOf('engineer')).execute();

  describe('My path', () => {
    test('shows the own level and the next side by side, in the framework’s own order', async () => {
      const page = await (await world.as('engineer')).html('/my-path');
      expect(page).toContain('Where you are, <bdi>Rosa Lindqvist</bdi>');
      expect(page).toContain('<bdi>Watch Engineer</bdi> since February 2025');
      expect(page).toMatch(/The level you hold.*Lead Engineer.*What changes at the next level/s);
      const rows = page.split('class="ladder-row"').slice(1);
      expect(rows.map((row) => /<h3[^>]*>.*?<bdi>(.*?)<\/bdi>/s.exec(row)?.[1])).toEqual([
        'Handling incidents',
        'Written records',
        'Working with suppliers',
      ]);
      expect(rows[0]).toMatch(/Nothing yet\..*What counts here\?.*Leads a fault that several teams feel/s);
      expect(rows[2]).toContain('Not asked for at <bdi>Watch Engineer</bdi>');
      expect(page).toContain('Nothing noted yet.');
    });

    test('lays a stone for each piece, and says their number', async () => {
      const rosa = await world.as('engineer');
      for (let n = 1; n <= 9; n += 1) {
        await noted(rosa, { text: `Closed fault number ${n}`, 'speaks-to': ['harbour/incidents-watch'] });
      }
      // A piece that speaks to the whole and to points of it is one piece.
      await noted(rosa, {
        text: 'Spoke to the press',
        'speaks-to': ['harbour/incidents-lead', 'harbour/incidents-lead/p1', 'harbour/incidents-lead/p2'],
      });
      const page = await rosa.html('/my-path');
      const [row = ''] = page.split('class="ladder-row"').slice(1);
      const [own = '', next = ''] = row.split('ladder-next');
      expect(own.match(/<ellipse/g)).toHaveLength(7);
      expect(own).toContain('>9 pieces</a>');
      expect(own).toContain('7 more');
      expect(own).toContain(`href="/evidence?speaks-to=${encodeURIComponent('harbour/incidents-watch')}"`);
      expect(next).toContain('>1 piece</a>');
      // The same stones lie in the same way each time.
      expect(await rosa.html('/my-path')).toContain(/<svg class="cairn".*?<\/svg>/s.exec(own)?.[0]);
    });

    test('names the last note, and what is tied to nothing', async () => {
      const rosa = await world.as('engineer');
      const { id } = await noted(rosa, { text: 'Took the night watch for Amir' });
      expect(await rosa.html('/my-path')).toMatch(
        /Took the night watch for Amir<\/bdi>”<\/a>, today, not shared/,
      );
      expect(await rosa.html('/my-path')).toContain('One note is not tied to anything yet.');
      await rosa.post(`/evidence/${id}/shares`);
      expect(await rosa.html('/my-path')).toContain('shared with <bdi>Daniel Okafor</bdi>');
    });

    test('lets somebody choose where the ladder branches', async () => {
      await setLevel({ level_id: 'lead' });
      const rosa = await world.as('engineer');
      expect(await rosa.html('/my-path')).toMatch(/The ladder branches:.*<strong><bdi>Principal Engineer/s);
      expect(await rosa.html('/my-path?next=manager')).toMatch(/<strong><bdi>Watch Manager/);
    });

    test('folds earlier levels into a line, by the policy of the release', async () => {
      await setLevel({ level_id: 'lead' });
      const page = await (await world.as('engineer')).html('/my-path');
      expect(page).toMatch(
        /<details class="fold earlier-in-short"><summary>Earlier levels: assumed to be met/,
      );
    });

    test('says what changed in the framework since the level was set', async () => {
      const rosa = await world.as('engineer');
      expect(await rosa.html('/my-path')).not.toContain('What changed in the framework');
      await setLevel({ release_version: OLDER });
      const page = await rosa.html('/my-path');
      expect(page).toContain('What changed in the framework');
      expect(page).toContain(`href="/compare/harbour@${OLDER}/lead/harbour@${NEWEST}/lead"`);
    });
  });

  describe('where there is no ladder to show', () => {
    test('an end of the ladder says so', async () => {
      const page = await (await world.as('head')).html('/my-path');
      expect(page).toContain('No level of <bdi>Harbour Operations</bdi> comes after this one.');
    });

    test('nobody’s level says who sets it', async () => {
      const page = await (await world.as('administrator')).html('/my-path');
      expect(page).toContain('No level is set for you yet');
      expect(page).toContain('You report to nobody here: an administrator sets it.');
      expect(page).toContain('href="/frameworks/harbour/levels/watch"');
    });

    test('a level that no release has any more says whom to ask', async () => {
      await setLevel({ level_id: 'stoker' });
      const page = await (await world.as('engineer')).html('/my-path');
      expect(page).toContain('Your level cannot be shown.');
      expect(page).toContain('Ask <bdi>Daniel Okafor</bdi>');
    });
  });

  test('asks the database no more than four times, for 400 notes as for none', async () => {
    const counted = counting(database());
    const rosa = await (await openAppOver(counted.database)).as('engineer');
    const pages = [
      '/my-path',
      '/evidence',
      '/evidence?q=mooring&tied=yes&competency=harbour%2Fincidents',
      '/evidence/new',
    ];
    const queriesOf = async (path: string) => {
      await rosa.html(path);
      counted.reset();
      await rosa.html(path);
      return counted.count() - SET_UP;
    };
    for (const notes of [0, 400]) {
      if (notes > 0) await noteMany(database(), 'engineer', notes);
      for (const path of pages) {
        const queries = await queriesOf(path);
        expect([path, notes, queries <= 4 ? 'few' : queries]).toEqual([path, notes, 'few']);
      }
    }
    const { id } = await noted(rosa, { text: 'One more' });
    // A piece that somebody offered asks once more than others.
    await database().owner.updateTable('evidence').set({ came_by: 'offer' }).where('id', '=', id).execute();
    for (const part of ['', '/edit', '/versions', '/ties', '/deletion']) {
      const queries = await queriesOf(`/evidence/${id}${part}`);
      expect([part, queries <= 4 ? 'few' : queries]).toEqual([part, 'few']);
    }
  });
});
