import { expect, test } from 'vitest';
import { makeDemo } from '../../../../demo/load.ts';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, openWorld } from '../../../../test/world.ts';
import { newId } from '../../../db/ids.ts';
import { asViewer } from '../../../db/viewer.ts';
import { DEMO_KEY, Demo } from '../index.ts';
import { markBy } from './demo-row.ts';

const MAKING = { people: 30, now: new Date('2026-11-27T10:00:00Z'), progress: () => {} };
const EMPTY = { organisation: '', summary: '', people: 0, until: '2026-11-20', cast: [], others: [] };

onEachEngine((database) => {
  const realPerson = () =>
    database()
      .owner.insertInto('person')
      .values({
        id: newId(),
        name: 'Somebody Real',
        email: 'somebody@harbour.test',
        time_zone: 'Europe/London',
        created_at: new Date(),
      })
      .execute();

  test('the loader refuses a database that holds anybody, and leaves it as it was', async () => {
    await openWorld(database());
    await expect(makeDemo(database(), MAKING)).rejects.toThrow('it holds people');
    expect(await Demo.of(database().db)).toBeUndefined();
  });

  test('and one that somebody has set up', async () => {
    const row = { key: 'visitors', value: 'kept out', changed_at: new Date() };
    await database().owner.insertInto('setting').values(row).execute();
    await expect(makeDemo(database(), MAKING)).rejects.toThrow('somebody has set it up');
    expect(await database().owner.selectFrom('framework').select('id').execute()).toEqual([]);
  });

  test('the database refuses to become a demo over somebody real, even of its owner', async () => {
    await realPerson();
    await expect(markBy(database(), EMPTY)).rejects.toThrow('nobody real belongs in a demo');
    expect(await Demo.of(database().db)).toBeUndefined();
  });

  test('and a demo refuses somebody real', async () => {
    await markBy(database(), EMPTY);
    await expect(realPerson()).rejects.toThrow('nobody real belongs in a demo');
  });

  test('no request makes an installation a demo, not even an administrator’s', async () => {
    await openWorld(database());
    const row = { key: DEMO_KEY, value: JSON.stringify(EMPTY), changed_at: new Date() };
    const writes = asViewer(database().db, idOf('administrator'), (db) =>
      db.insertInto('setting').values(row).execute(),
    );
    await expect(writes).rejects.toThrow();
    expect(await Demo.of(database().db)).toBeUndefined();
  });
});
