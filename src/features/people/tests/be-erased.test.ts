import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, openWorld } from '../../../../test/world.ts';
import { catchUpErasures, erasuresPath, keepErasures, readErasures } from '../../../db/erasures.ts';
import { asViewer } from '../../../db/viewer.ts';
import { textOf } from '../../framework/tests/site.ts';
import { noteEvidence } from './shared-evidence.ts';

const SELF = '/you/erasure';
const THEM = `/administration/erasures/${idOf('engineer')}`;

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'cairn-erasures-'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

onEachEngine((database) => {
  const rows = async (table: string, where = 'true') =>
    (await sql`select * from ${sql.table(table)} where ${sql.raw(where)}`.execute(database().owner)).rows;
  const ofRosa = `person_id = '${idOf('engineer')}'`;

  test('somebody sees what goes and what stays, types the words, and is gone at once', async () => {
    const { as } = await openWorld(database());
    await noteEvidence(database(), idOf('engineer'));
    const rosa = await as('engineer');
    const preview = textOf(await rosa.html(SELF));
    expect(preview).toContain('Your level and its history: 1 level.');
    expect(preview).toContain('it reads “somebody who has been erased”');
    const slip = await rosa.post(SELF, { words: 'erase' });
    expect(slip.headers.get('location')).toBe(`${SELF}?problem=words`);
    const again = await rosa.get(`${SELF}?problem=words`);
    expect(again.status).toBe(422);
    expect(textOf(await again.text())).toContain('so that nobody is erased by a slip');
    expect(await rows('person', `id = '${idOf('engineer')}'`)).toHaveLength(1);

    const gone = await rosa.post(SELF, { words: ' Erase me ' });
    expect(gone.headers.get('location')).toBe('/erased');
    expect(textOf(await rosa.html('/erased'))).toContain('You are erased');
    expect((await rosa.get('/you')).status).toBe(303);
    for (const table of ['evidence', 'level_held', 'reporting_line', 'team_member', 'account'] as const) {
      expect([table, await rows(table, ofRosa)]).toEqual([table, []]);
    }
    expect(await rows('person', `id = '${idOf('engineer')}'`)).toEqual([]);
  });

  test('others’ records and counts stay, and read that somebody was erased', async () => {
    const { as } = await openWorld(database());
    const daniel = await as('lineManager');
    await daniel.post(SELF, { words: 'erase me' });
    const rosa = textOf(await (await as('engineer')).html('/you'));
    expect(rosa).toContain('You report to nobody');
    expect(rosa).toMatch(/Set on 6 January 2025 by somebody who has been erased/);
    expect(await rows('level_held', ofRosa)).toHaveLength(1);
    const history = textOf(await (await as('administrator')).html('/administration/audit'));
    expect(history).toContain('somebody who has been erased erased somebody who has been erased');
    const named = (await rows('event')).filter((row) => JSON.stringify(row).includes('Daniel'));
    expect(named).toEqual([]);
  });

  test('a wish waits for an administrator, and can be taken back', async () => {
    const { as } = await openWorld(database());
    const rosa = await as('engineer');
    const kit = await as('administrator');
    expect((await kit.get(THEM)).status).toBe(404);
    await rosa.post(`${SELF}/wish`);
    expect(textOf(await rosa.html('/you'))).toContain('You asked an administrator to erase you');
    expect(textOf(await kit.html('/administration'))).toContain('1 person wishes to be erased');
    expect(textOf(await kit.html('/administration/erasures'))).toContain('Rosa Lindqvist');
    await rosa.post(`${SELF}/withdrawal`);
    expect((await kit.post(THEM, { name: 'Rosa Lindqvist' })).status).toBe(404);
    await rosa.post(`${SELF}/wish`);
    const slip = await kit.post(THEM, { name: 'Rosa' });
    expect(slip.status).toBe(422);
    const done = await kit.post(THEM, { name: 'Rosa Lindqvist' });
    expect(done.headers.get('location')).toBe('/administration/erasures?done=erased');
    expect(await rows('person', `id = '${idOf('engineer')}'`)).toEqual([]);
    expect(await rows('erasure')).toMatchObject([{ person_id: idOf('engineer') }]);
  });

  test('administrators erase those who have left, and nobody else, not by SQL either', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const erasing = asViewer(database().db, idOf('administrator'), (db) =>
      sql`select erase_person(${idOf('engineer')}, now())`.execute(db),
    );
    await expect(erasing).rejects.toThrow();
    await kit.post(`/administration/people/${idOf('engineer')}/leaving`, {
      lastDay: '2026-11-20',
      checked: 'yes',
    });
    expect(textOf(await kit.html(`/administration/people/${idOf('engineer')}`))).toContain('Erase them');
    await kit.post(THEM, { name: 'Rosa Lindqvist' });
    expect(await rows('person', `id = '${idOf('engineer')}'`)).toEqual([]);
    for (const name of ['lineManager', 'head', 'stranger'] as const) {
      const byThem = asViewer(database().db, idOf(name), (db) =>
        sql`select erase_person(${idOf('colleague')}, now())`.execute(db),
      );
      await expect(byThem).rejects.toThrow();
      expect((await (await as(name)).get('/administration/erasures')).status).toBe(404);
    }
  });

  test('the last administrator is not erased', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const refused = await kit.post(SELF, { words: 'erase me' });
    expect(refused.headers.get('location')).toBe(`${SELF}?problem=last`);
    expect(textOf(await (await kit.get(`${SELF}?problem=last`)).text())).toContain('you are the last one');
    await kit.post('/administration/roles/administrators', { person: emailOf('stranger'), checked: 'yes' });
    expect((await kit.post(SELF, { words: 'erase me' })).headers.get('location')).toBe('/erased');
  });

  test('ids of the erased are kept beside the database, and erased again where they come back', async () => {
    const { as } = await openWorld(database());
    await (await as('engineer')).post(SELF, { words: 'erase me' });
    const path = erasuresPath(folder);
    await keepErasures(database().db, path);
    expect(readErasures(path)).toEqual([idOf('engineer')]);
    const text = fs.readFileSync(path, 'utf8');
    await keepErasures(database().db, path);
    expect(fs.readFileSync(path, 'utf8')).toBe(text);
    expect(fs.statSync(path).mode & 0o777).toBe(0o600);

    // As if an earlier backup had been restored: they are back, and nothing in the database says that they were erased.
    const { owner } = database();
    await owner.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = 'replica'`.execute(transaction);
      await sql`delete from erasure`.execute(transaction);
    });
    const back = {
      id: idOf('engineer'),
      name: 'Rosa Lindqvist',
      email: emailOf('engineer'),
      created_at: new Date(),
    };
    await owner.insertInto('person').values(back).execute();
    await catchUpErasures(database(), path, new Date());
    expect(await rows('person', `id = '${idOf('engineer')}'`)).toEqual([]);
    expect(await rows('erasure')).toHaveLength(1);
  });

  test('a file that is no list of ids erases nobody', async () => {
    await openWorld(database());
    const path = erasuresPath(folder);
    fs.writeFileSync(path, `${idOf('engineer')}\nRosa Lindqvist\n`);
    await expect(catchUpErasures(database(), path, new Date())).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('Line 2'),
    });
    expect(await rows('person')).toHaveLength(12);
  });
});
