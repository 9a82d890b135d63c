import { beforeEach, describe, expect, test } from 'vitest';
import { onEmbedded } from '../../../../test/database.ts';
import { openWorld, type World } from '../../../../test/world.ts';

const LEVEL = '/frameworks/harbour/levels/lead';

onEmbedded((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  describe('a published page', () => {
    test('is the same bytes for everybody who is signed in, and holds nothing about anybody', async () => {
      const rosa = await (await world.as('engineer')).get(LEVEL);
      const daniel = await (await world.as('lineManager')).get(LEVEL);
      const page = await rosa.text();
      expect(page).toBe(await daniel.text());
      expect(rosa.headers.get('etag')).toBe(daniel.headers.get('etag'));
      expect(page).not.toMatch(/Rosa|Daniel|name="token"/);
      expect(rosa.headers.get('cache-control')).toBe('private, no-cache');
      expect(page).toContain('href="/my-path"');
      expect(page).toContain('<dialog id="_note"');
      expect(page).toContain(
        'href="/evidence/new?framework=harbour&amp;level=lead">Note something you did</a>',
      );
    });

    test('is another one for visitors, kept apart', async () => {
      const signedIn = await (await world.as('engineer')).get(LEVEL);
      const visitor = await world.visitor.get(LEVEL);
      const page = await visitor.text();
      expect(visitor.headers.get('etag')).not.toBe(signedIn.headers.get('etag'));
      expect(visitor.headers.get('cache-control')).toBe('public, no-cache');
      expect(page).toContain('href="/sign-in"');
      expect(page).not.toMatch(/my-path|Note something you did|<dialog id="_note"|\/assets\/note\./);
      const etag = signedIn.headers.get('etag') ?? '';
      expect((await (await world.as('engineer')).get(LEVEL, { 'if-none-match': etag })).status).toBe(304);
      expect((await world.visitor.get(LEVEL, { 'if-none-match': etag })).status).toBe(200);
    });

    test('of a competency leads to a note about it', async () => {
      const page = await (await world.as('engineer')).html('/frameworks/harbour/competencies/incidents');
      expect(page).toContain('href="/evidence/new?framework=harbour&amp;competency=incidents"');
    });

    test.each(['/api', '/search?q=incidents', '/compare', '/glossary', '/shortcuts'])(
      'at %s has the entries of those who are signed in',
      async (path) => {
        expect(await (await world.as('engineer')).html(path)).toContain('href="/my-path"');
        expect(await world.visitor.html(path)).not.toContain('href="/my-path"');
      },
    );
  });

  test('the front door leads those who are signed in to their path, and visitors to the frameworks', async () => {
    const rosa = await world.as('engineer');
    expect((await rosa.get('/')).headers.get('location')).toBe('/my-path');
    expect((await world.visitor.get('/')).headers.get('location')).toBe('/frameworks');
  });

  test('an address that leads nowhere keeps the entries of those who are signed in', async () => {
    const rosa = await world.as('engineer');
    const answer = await rosa.get('/nowhere');
    expect([answer.status, (await answer.text()).includes('href="/my-path"')]).toEqual([404, true]);
  });
});
