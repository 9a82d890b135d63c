import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, NAMES, openAppOver, openWorld, type World } from '../../../../test/world.ts';
import { Browser } from '../../accounts/tests/browser.ts';
import type { DemoWorld } from '../index.ts';
import { markBy } from './demo-row.ts';

const ROSA = { person: idOf('engineer'), name: emailOf('engineer'), place: 'Watch Engineer' };
const DANIEL = { person: idOf('lineManager'), name: emailOf('lineManager'), place: '' };

const HARBOUR: DemoWorld = {
  organisation: 'The Invented Harbour',
  summary: 'Cranes, and people who keep them awake.',
  people: NAMES.length,
  until: '2026-11-20',
  cast: [{ ...ROSA, role: 'engineer', try: 'Note what happened.', begin: '/my-path' }],
  invitation: { person: ROSA, manager: DANIEL, address: '/conversations' },
  others: [DANIEL],
};

onEachEngine((database) => {
  let world: World;

  describe('in a demo', () => {
    beforeEach(async () => {
      await openWorld(database());
      await markBy(database(), HARBOUR);
      world = await openAppOver(database());
    });

    test('one page names everybody whom one may be, and invites into both sides of a conversation', async () => {
      const page = await world.visitor.html('/demo');
      expect(page).toContain('The Invented Harbour');
      expect(page).toContain('Have a conversation with yourself');
      expect(page).toContain(ROSA.person);
      expect(page).toContain(DANIEL.person);
    });

    const become = async (fields: Record<string, string>) => {
      const browser = new Browser(world);
      await browser.get('/demo');
      return { browser, shown: await browser.send('/demo/sessions', fields) };
    };

    test.each([ROSA, DANIEL])('a visitor becomes somebody without a password', async ({ person }) => {
      const { browser, shown } = await become({ person, to: '' });
      expect([shown.status, shown.to]).toEqual([303, '/my-path']);
      expect((await browser.get('/you')).status).toBe(200);
    });

    test('and goes to where they were led, which is never elsewhere', async () => {
      const { person } = ROSA;
      expect((await become({ person, to: '/conversations' })).shown.to).toBe('/conversations');
      expect((await become({ person, to: '//elsewhere.example' })).shown.to).toBe('/my-path');
    });

    test('nobody becomes anybody whom the demo does not name', async () => {
      const { browser, shown } = await become({ person: idOf('administrator'), to: '' });
      expect(shown.status).toBe(404);
      expect((await browser.get('/you')).status).not.toBe(200);
    });

    test('every page says that it is one: published, of somebody, and where nothing is', async () => {
      const rosa = await world.as('engineer');
      const pages = [
        await world.visitor.html('/frameworks/harbour'),
        await world.visitor.html('/sign-in'),
        await rosa.html('/my-path'),
        await (await world.visitor.get('/nowhere')).text(),
      ];
      for (const page of pages) expect(page).toContain('class="site-notice"');
    });
  });

  test('there is no such page in an installation like any other, and no banner', async () => {
    world = await openWorld(database());
    expect((await world.visitor.get('/demo')).status).toBe(404);
    // What no address takes by this method.
    expect((await world.visitor.post('/demo/sessions', { person: ROSA.person })).status).toBe(405);
    expect(await world.visitor.html('/frameworks/harbour')).not.toContain('class="site-notice"');
  });
});
