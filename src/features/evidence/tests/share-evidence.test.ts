import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { openWorld, type Visitor, type World } from '../../../../test/world.ts';
import { eventsAbout, NOT_READERS, noted, READERS } from './evidence-world.ts';

onEachEngine((database) => {
  let world: World;
  let rosa: Visitor;
  let id: string;
  beforeEach(async () => {
    world = await openWorld(database());
    rosa = await world.as('engineer');
    ({ id } = await noted(rosa, { text: 'Led the crane outage to its close' }));
  });

  describe('somebody who shares evidence', () => {
    test('sees who can read it, and takes it back', async () => {
      expect(await rosa.html(`/evidence/${id}`)).toContain('Share with Daniel Okafor');
      await rosa.post(`/evidence/${id}/shares`);
      const shared = await rosa.html(`/evidence/${id}?done=shared`);
      expect(shared).toMatch(/Shared since .*Daniel Okafor.* and .*Lucía Prieto.*standing in until/s);
      expect(shared).not.toContain('Share with');
      await rosa.post(`/evidence/${id}/shares/withdrawal`);
      expect(await rosa.html(`/evidence/${id}`)).toContain('Only you can read this.');
      expect((await eventsAbout(database(), 'engineer')).map(([verb]) => verb)).toEqual([
        'evidence.noted',
        'evidence.shared',
        'evidence.taken-back',
      ]);
    });

    test('shares once, however often the key is pressed', async () => {
      await rosa.post(`/evidence/${id}/shares`);
      await rosa.post(`/evidence/${id}/shares`);
      expect(await eventsAbout(database(), 'engineer')).toHaveLength(2);
    });

    test('is told where nobody would read it', async () => {
      const vic = await world.as('stranger');
      const { id: own } = await noted(vic, { text: 'Mine' });
      await vic.post(`/evidence/${own}/shares`);
      expect(await vic.html(`/evidence/${own}`)).toContain('You report to nobody here');
    });
  });

  describe('evidence that is shared', () => {
    test.each(READERS)('is read by the %s, which its owner can see', async (name) => {
      await rosa.post(`/evidence/${id}/shares`);
      const page = await (await world.as(name)).html(`/evidence/${id}`);
      expect(page).toContain('Evidence of <bdi>Rosa Lindqvist</bdi>, who sees that you opened it');
      expect(page).toContain('Led the crane outage');
      expect(page).not.toContain(`action="/evidence/${id}`);
      expect((await eventsAbout(database(), 'engineer')).at(-1)).toEqual([
        'evidence.opened',
        `evidence:${id}`,
        name,
      ]);
    });

    test.each(READERS)('is not changed by the %s', async (name) => {
      await rosa.post(`/evidence/${id}/shares`);
      const reader = await world.as(name);
      for (const path of ['/edit', '/versions', '/ties', '/deletion']) {
        expect([path, (await reader.get(`/evidence/${id}${path}`)).status]).toEqual([path, 404]);
      }
      for (const path of [
        '/versions',
        '/ties',
        '/deletion',
        '/shares',
        '/shares/withdrawal',
        '/links',
        '/helped',
      ]) {
        expect([path, (await reader.post(`/evidence/${id}${path}`)).status]).toEqual([path, 404]);
      }
    });

    test.each(NOT_READERS)('is not there for the %s', async (name) => {
      await rosa.post(`/evidence/${id}/shares`);
      expect((await (await world.as(name)).get(`/evidence/${id}`)).status).toBe(404);
      expect((await eventsAbout(database(), 'engineer')).map(([verb]) => verb)).not.toContain(
        'evidence.opened',
      );
    });

    test('is gone for its readers once it is taken back', async () => {
      const daniel = await world.as('lineManager');
      await rosa.post(`/evidence/${id}/shares`);
      expect((await daniel.get(`/evidence/${id}`)).status).toBe(200);
      await rosa.post(`/evidence/${id}/shares/withdrawal`);
      expect((await daniel.get(`/evidence/${id}`)).status).toBe(404);
    });
  });

  test('a visitor is led to sign in, and back', async () => {
    const answer = await world.visitor.get(`/evidence/${id}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/sign-in?to=${encodeURIComponent(`/evidence/${id}`)}`,
    ]);
  });
});
