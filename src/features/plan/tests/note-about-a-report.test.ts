import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, openWorld, type World } from '../../../../test/world.ts';
import { asViewer } from '../../../db/viewer.ts';
import { eventsAbout, OTHERS, sent, textOf } from './plan-world.ts';

const NOTES = `/team/${idOf('engineer')}/notes`;

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  const rows = () => database().owner.selectFrom('manager_note').selectAll().execute();

  async function noted(): Promise<string> {
    await sent(await world.as('lineManager'), NOTES, { text: 'Asked for the tide tables by name' });
    return (await rows())[0]?.id ?? '';
  }

  describe('a manager who notes something about a report', () => {
    test('is told first that the report can ask for it', async () => {
      const page = textOf(await (await world.as('lineManager')).html(NOTES));
      expect(page).toContain('Rosa Lindqvist can ask for what you write here under data-protection law');
    });

    test('finds it again, changes it, and deletes it after a look', async () => {
      const id = await noted();
      const daniel = await world.as('lineManager');
      expect(textOf(await daniel.html(NOTES))).toContain('Asked for the tide tables by name');
      await sent(daniel, `${NOTES}/${id}/edit`, { text: 'Asked for the tide tables twice' });
      expect(await rows()).toMatchObject([{ text: 'Asked for the tide tables twice' }]);
      expect(await daniel.html(`${NOTES}/${id}/deletion`)).toContain('Delete this note for good?');
      await sent(daniel, `${NOTES}/${id}/deletion`);
      expect(await rows()).toEqual([]);
      expect((await eventsAbout(database(), 'engineer')).map(([verb]) => verb)).toEqual([
        'manager-note.written',
        'manager-note.changed',
        'manager-note.deleted',
      ]);
    });

    test.each([
      ['', 'Write what you want to remember'],
      ['x'.repeat(20_001), 'Shorten it to 20,000 characters'],
    ])('gets the form back: %#', async (text, message) => {
      const answer = await (await world.as('lineManager')).post(NOTES, { text });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toContain(text);
    });

    test('reads it no more once the report has another manager', async () => {
      const id = await noted();
      const { owner } = database();
      await owner
        .updateTable('reporting_line')
        .set({ until: new Date() })
        .where('person_id', '=', idOf('engineer'))
        .where('until', 'is', null)
        .execute();
      await owner
        .insertInto('reporting_line')
        .values({
          person_id: idOf('engineer'),
          manager_id: idOf('formerManager'),
          since: new Date(),
          until: null,
        })
        .execute();
      for (const name of ['lineManager', 'formerManager'] as const) {
        const manager = await world.as(name);
        const there = await manager.get(NOTES);
        expect(there.status === 404 || !(await there.text()).includes('tide tables')).toBe(true);
        expect((await manager.get(`${NOTES}/${id}/edit`)).status).toBe(404);
      }
    });
  });

  test('a deputy has notes of their own, and reads none of the manager’s', async () => {
    const id = await noted();
    const lucia = await world.as('deputy');
    expect(await lucia.html(NOTES)).not.toContain('tide tables');
    expect((await lucia.post(`${NOTES}/${id}/edit`, { text: 'Theirs' })).status).toBe(404);
    await sent(lucia, NOTES, { text: 'Covered the Friday call' });
    expect(await (await world.as('lineManager')).html(NOTES)).not.toContain('Friday call');
  });

  test('the report finds what was noted in what is held about them', async () => {
    await noted();
    const about = await asViewer(database().db, idOf('engineer'), async (db) => {
      const { rows: found } = await sql<{ text: string }>`select * from notes_about_me()`.execute(db);
      return found;
    });
    expect(about).toMatchObject([
      { manager_id: idOf('lineManager'), text: 'Asked for the tide tables by name' },
    ]);
  });

  test.each(OTHERS.filter((name) => name !== 'lineManager' && name !== 'deputy'))(
    'a note is not there for the %s',
    async (name) => {
      const id = await noted();
      const other = await world.as(name);
      expect((await other.get(NOTES)).status).toBe(404);
      expect((await other.post(NOTES, { text: 'Theirs' })).status).toBe(404);
      for (const part of ['edit', 'deletion']) {
        expect((await other.get(`${NOTES}/${id}/${part}`)).status).toBe(404);
        expect((await other.post(`${NOTES}/${id}/${part}`, { text: 'Theirs' })).status).toBe(404);
      }
      expect(await rows()).toMatchObject([{ text: 'Asked for the tide tables by name' }]);
    },
  );

  test('nobody notes about themselves, and the report has no such page', async () => {
    expect((await (await world.as('engineer')).get(NOTES)).status).toBe(404);
    const daniel = await world.as('lineManager');
    expect((await daniel.get(`/team/${idOf('lineManager')}/notes`)).status).toBe(404);
    expect((await daniel.get(`/team/none/notes`)).status).toBe(404);
  });
});
