import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { openAppOver, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';

const SETTINGS = '/administration/settings';

/** One address of each kind of what is published. */
const PAGES = [
  '/',
  '/frameworks',
  '/frameworks/harbour',
  '/frameworks/harbour/levels/lead',
  '/search?q=lead',
  '/compare',
  '/glossary',
];
const DATA = ['/frameworks.json', '/frameworks/harbour.json', '/search-index.json', '/openapi.json'];
const FILES = ['/frameworks/harbour.png', '/sitemap.xml', '/robots.txt'];

onEachEngine((database) => {
  test('visitors read what is published until an administrator says otherwise', async () => {
    const { as, visitor } = await openWorld(database());
    const kit = await as('administrator');
    for (const path of [...PAGES.slice(1), ...DATA, ...FILES])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
    const saved = await kit.post(SETTINGS, { organisation: 'Forth Harbour', visitors: 'nobody' });
    expect(saved.headers.get('location')).toBe(`${SETTINGS}?done=saved`);

    for (const path of PAGES) {
      const answer = await visitor.get(path);
      expect([path, answer.status]).toEqual([path, 303]);
      expect(answer.headers.get('location')).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
    }
    for (const path of [...DATA, ...FILES]) {
      const answer = await visitor.get(path);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(await answer.text()).not.toContain('harbour');
    }
    // Nobody finds out either what there is not.
    expect((await visitor.get('/frameworks/fleet')).status).toBe(303);
    expect((await visitor.get('/healthz')).status).toBe(200);
  });

  test('those who are signed in read on, and nothing of it is kept in between', async () => {
    const { as } = await openWorld(database());
    await (await as('administrator')).post(SETTINGS, { organisation: '', visitors: 'nobody' });
    const vic = await as('stranger');
    for (const path of [...PAGES.slice(1), ...DATA, ...FILES]) {
      const answer = await vic.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'private, no-store']);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const { digest } = await database()
      .owner.selectFrom('release')
      .select('digest')
      .executeTakeFirstOrThrow();
    const forGood = await vic.get(`/releases/${digest.slice('sha256:'.length)}.json`);
    expect([forGood.status, forGood.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  });

  test('it holds for every process that reads the same database, and can be undone', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    await kit.post(SETTINGS, { organisation: '', visitors: 'nobody' });
    const another = await openAppOver(database());
    expect((await another.visitor.get('/frameworks')).status).toBe(303);
    await kit.post(SETTINGS, { organisation: '', visitors: 'read' });
    expect((await (await openAppOver(database())).visitor.get('/frameworks')).status).toBe(200);
  });

  test('the name of the organisation stands at the head of the directory', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    await kit.post(SETTINGS, { organisation: 'Forth <Harbour>', visitors: 'read' });
    expect(textOf(await kit.html('/people'))).toContain('People at Forth <Harbour>');
    const refused = await kit.post(SETTINGS, { organisation: 'x'.repeat(101), visitors: 'some' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('Choose what visitors may read');
  });

  test('only administrators set it', async () => {
    const { as, visitor } = await openWorld(database());
    for (const name of ['head', 'steward', 'stranger'] as const) {
      expect((await (await as(name)).post(SETTINGS, { visitors: 'nobody' })).status).toBe(404);
    }
    expect((await visitor.get('/frameworks')).status).toBe(200);
  });
});
