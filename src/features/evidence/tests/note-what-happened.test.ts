import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, NEWEST, openWorld, type World } from '../../../../test/world.ts';
import { eventsAbout, noted, OTHERS } from './evidence-world.ts';

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  describe('somebody who notes what happened', () => {
    test('needs one field, and finds it private, dated today, by the release of today', async () => {
      const rosa = await world.as('engineer');
      const { id, page } = await noted(rosa, { text: 'Led the crane outage to its close.' });
      expect(page).toContain('Noted. Only you can read it.');
      expect(page).toContain(`href="/evidence/${id}/ties">Tie it to something?`);
      expect(page).toContain('Led the crane outage to its close');
      expect(page).toContain('Only you can read this.');
      const row = await database()
        .owner.selectFrom('evidence')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(row).toMatchObject({
        person_id: idOf('engineer'),
        text: 'Led the crane outage to its close.',
        shared_at: null,
        version: 1,
        framework_id: 'harbour',
        release_version: NEWEST,
        came_by: 'page',
      });
      expect(await eventsAbout(database(), 'engineer')).toEqual([
        ['evidence.noted', `evidence:${id}`, 'engineer'],
      ]);
    });

    test('can say when, what kind and which page at once', async () => {
      const rosa = await world.as('engineer');
      const { id, page } = await noted(rosa, {
        text: 'Wrote the review of the crane outage',
        'happened-on': '2026-03-12',
        kind: 'review written',
        url: 'https://tickets.example/77',
        title: 'Ticket 77',
        bookmarked: 'yes',
      });
      expect(page).toContain('12 March 2026');
      expect(page).toContain('Review written');
      expect(page).toContain(
        '<a href="https://tickets.example/77" rel="noreferrer"><bdi>Ticket 77</bdi></a>',
      );
      const row = await database()
        .owner.selectFrom('evidence')
        .select('came_by')
        .where('id', '=', id)
        .execute();
      expect(row).toEqual([{ came_by: 'bookmark' }]);
    });

    test('sees one good example beside the empty field, and what a bookmark brought', async () => {
      const rosa = await world.as('engineer');
      const empty = await rosa.html('/evidence/new');
      expect(empty).toContain('For example: <q>');
      expect(empty).toMatch(
        /<textarea id="text"[^>]*aria-describedby="text-hint"[^>]*autofocus[^>]*><\/textarea>/,
      );
      const brought = await rosa.html(
        '/evidence/new?text=Seen&title=Ticket%20%3Cb%3E&url=https%3A%2F%2Ftickets.example%2F1',
      );
      expect(brought).toContain('>Seen</textarea>');
      expect(brought).toContain('value="https://tickets.example/1"');
      expect(brought).toContain('value="Ticket &lt;b>"');
    });

    test('notes once what is sent twice', async () => {
      const rosa = await world.as('engineer');
      const id = '01930000-0000-7000-8000-00000000abcd';
      const first = await rosa.post('/evidence', { text: 'Once', id });
      const second = await rosa.post('/evidence', { text: 'Once', id });
      expect(first.headers.get('location')).toBe(second.headers.get('location'));
      expect(await database().owner.selectFrom('evidence').select('text').execute()).toEqual([
        { text: 'Once' },
      ]);
    });

    test('cannot take an id that somebody else has', async () => {
      const id = '01930000-0000-7000-8000-00000000abcd';
      await noted(await world.as('colleague'), { text: 'Amir’s', id });
      const answer = await (await world.as('engineer')).post('/evidence', { text: 'Rosa’s', id });
      expect(answer.status).toBe(403);
    });
  });

  describe('a note that cannot be taken', () => {
    test.each([
      [{ text: ' \n ' }, 'Write what happened'],
      [{ text: 'x'.repeat(20_001) }, 'Shorten it to 20,000 characters; it has 20,001'],
      [{ text: 'ok', 'happened-on': '2999-01-01' }, 'Choose a day that is not in the future'],
      [{ text: 'ok', 'happened-on': '2026-02-30' }, 'Give the day it happened as a date'],
      [{ text: 'ok', kind: 'heroics' }, 'Choose a kind of the list'],
      [
        { text: 'ok', url: 'javascript:alert(1)' },
        'Give the whole address, beginning with https:// or http://',
      ],
      [
        { text: 'ok', url: 'https://x.example', title: 'x'.repeat(10_000) },
        'Shorten the title to 300 characters',
      ],
    ])('comes back with every value kept: %#', async (fields, message) => {
      const answer = await (await world.as('engineer')).post('/evidence', fields);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toContain('There is a problem');
      for (const value of Object.values(fields)) {
        if (value.trim() !== '' && value !== 'heroics') expect(page).toContain(value);
      }
      expect(await database().owner.selectFrom('evidence').select('id').execute()).toEqual([]);
    });

    test('keeps odd characters of people and leaves out what no database keeps', async () => {
      const { page } = await noted(await world.as('engineer'), {
        text: 'Ran\u0000 the 🚢 <b>tide</b>\r\nand &amp; more',
      });
      expect(page).toContain('Ran the 🚢 &lt;b>tide&lt;/b>');
    });
  });

  describe('a note', () => {
    test('stays when the session ended: what was typed comes back, and nothing is saved', async () => {
      const answer = await world.visitor.post('/evidence', { text: 'Long and good' });
      expect(answer.status).toBe(401);
      expect(await answer.text()).toContain('Long and good');
    });

    test.each(OTHERS)('kept private is not there for the %s', async (name) => {
      const { id } = await noted(await world.as('engineer'), { text: 'Mine alone' });
      const other = await world.as(name);
      for (const path of ['', '/edit', '/versions', '/deletion', '/ties']) {
        expect([path, (await other.get(`/evidence/${id}${path}`)).status]).toEqual([path, 404]);
      }
      for (const path of ['/versions', '/deletion', '/shares', '/ties', '/links', '/helped']) {
        const answer = await other.post(`/evidence/${id}${path}`, { text: 'Theirs', version: '1' });
        expect([path, answer.status]).toEqual([path, 404]);
      }
      expect(await database().owner.selectFrom('evidence').select('text').execute()).toEqual([
        { text: 'Mine alone' },
      ]);
      expect(await eventsAbout(database(), 'engineer')).toHaveLength(1);
    });
  });
});
