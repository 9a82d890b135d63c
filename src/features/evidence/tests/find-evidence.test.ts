import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { openWorld, type Visitor, type World } from '../../../../test/world.ts';
import { noted, OTHERS } from './evidence-world.ts';
import { noteMany } from './many-notes.ts';

onEachEngine((database) => {
  let world: World;
  let rosa: Visitor;
  beforeEach(async () => {
    world = await openWorld(database());
    rosa = await world.as('engineer');
  });
  const titles = (page: string) =>
    [...page.matchAll(/class="note-title"><bdi>(.*?)<\/bdi>/g)].map(([, title]) => title);

  describe('the list of one’s own evidence', () => {
    test('begins with what belongs there', async () => {
      expect(await rosa.html('/evidence')).toContain(
        'Nothing noted yet. What you note stands here, by month.',
      );
    });

    test('stands by month, newest first', async () => {
      await noted(rosa, { text: 'In January', 'happened-on': '2026-01-31' });
      await noted(rosa, { text: 'Late in March', 'happened-on': '2026-03-30' });
      await noted(rosa, { text: 'Early in March', 'happened-on': '2026-03-01' });
      const page = await rosa.html('/evidence');
      expect(page).toMatch(/March 2026.*Late in March.*Early in March.*January 2026.*In January/s);
    });

    test('goes on page by page, and comes back', async () => {
      await noteMany(database(), 'engineer', 100);
      const first = await rosa.html('/evidence');
      expect(titles(first)).toHaveLength(40);
      const older = /href="(\/evidence\?after=[^"]+)"/.exec(first)?.[1] ?? '';
      const second = await rosa.html(older.replaceAll('&amp;', '&'));
      expect(titles(second)).toHaveLength(40);
      expect(second).toContain('Back to the newest');
      expect(new Set([...titles(first), ...titles(second)]).size).toBe(80);
    });
  });

  describe('a search', () => {
    beforeEach(async () => {
      await noted(rosa, { text: 'Rebooted the <b>crane</b> controller, then wrote it down' });
      await noted(rosa, { text: 'Wrote the runbook for mooring sensors' });
    });

    test('finds words in any of their forms, and marks them', async () => {
      const page = await rosa.html('/evidence?q=writing+cranes');
      expect(page).toContain('Nothing found');
      const found = await rosa.html('/evidence?q=cranes');
      expect(titles(found)).toHaveLength(1);
      expect(found).toContain('<mark><bdi>crane</bdi></mark>');
      expect(found).toContain('1 found');
      expect(found).toContain('value="cranes"');
    });

    test('never trusts the text around what was found', async () => {
      await noted(rosa, { text: 'Hull <img src=x onerror=alert(1)> \u0002mark\u0003 </mark> of the ferry' });
      const page = await rosa.html('/evidence?q=ferry');
      for (const trusted of ['<img src=x', '\u0002', '\u0003']) expect(page).not.toContain(trusted);
      expect(page).toContain('&lt;img src=x onerror=alert(1)>');
    });

    test.each(['"', "'; drop table evidence; --", '& | ! ( )', 'a'.repeat(5000), '%00', '<script>'])(
      'survives odd words: %#',
      async (words) => {
        expect((await rosa.get(`/evidence?q=${encodeURIComponent(words)}`)).status).toBe(200);
      },
    );
  });

  describe('a filter', () => {
    test('takes kind, year, ties, sharing and competency together', async () => {
      await noteMany(database(), 'engineer', 60);
      const { id } = await noted(rosa, {
        text: 'The one',
        kind: 'review written',
        'happened-on': '2024-05-05',
      });
      await rosa.post(`/evidence/${id}/ties`, { tie: ['harbour/incidents-lead/p1'] });
      await rosa.post(`/evidence/${id}/shares`);
      const one = 'kind=review+written&year=2024&tied=yes&shared=yes&competency=harbour%2Fincidents';
      expect(titles(await rosa.html(`/evidence?${one}`))).toEqual(['The one']);
      for (const other of [
        'kind=change+run',
        'year=2023',
        'tied=no',
        'shared=no',
        'competency=harbour%2Frecords',
      ]) {
        const name = other.split('=')[0] ?? '';
        const changed = one.replace(new RegExp(`${name}=[^&]*`), other);
        expect([other, titles(await rosa.html(`/evidence?${changed}`))]).toEqual([other, []]);
      }
      expect(titles(await rosa.html('/evidence?speaks-to=harbour%2Fincidents-lead'))).toEqual(['The one']);
    });

    test('leaves out what it does not understand', async () => {
      await noted(rosa, { text: 'Still here' });
      const odd = [
        'kind=heroics&year=soon&tied=maybe&competency=%25&after=x_y&speaks-to=/',
        'year=0000',
        'after=2026-01-01x_y',
        'speaks-to=a/%2500',
        'competency=%2500/x',
        'speaks-to=%00/%00',
      ];
      for (const query of odd) {
        expect([query, titles(await rosa.html(`/evidence?${query}`))]).toEqual([query, ['Still here']]);
      }
    });
  });

  // How quick it is: npm run bench -- note.
  test('10,000 notes are found like one', { timeout: 240_000 }, async () => {
    await noteMany(database(), 'engineer', 10_000);
    for (const path of ['/my-path', '/evidence', '/evidence?q=mooring&tied=yes', '/evidence?tied=no']) {
      expect([path, (await rosa.get(path)).status]).toEqual([path, 200]);
    }
    expect(await rosa.html('/evidence?q=crane')).toContain('100 found among your 10,000 notes');
  });

  test.each(OTHERS)('the %s finds none of it', async (name) => {
    await noted(rosa, { text: 'Sealed the hull' });
    const other = await world.as(name);
    expect(await other.html('/evidence?q=hull')).not.toContain('Sealed');
    expect(await other.html('/my-path')).not.toContain('Sealed');
  });
});
