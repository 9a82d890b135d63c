import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { onEachEngine } from '../../../test/database.ts';
import { recordEvent } from '../events.ts';
import { insertReleasedFramework } from './rows.ts';

onEachEngine((database) => {
  for (const table of ['release', 'release_status', 'event'] as const) {
    test(`no row of ${table} can be changed or removed`, async () => {
      const { owner: db } = database();
      await insertReleasedFramework(db);
      await recordEvent(db, {
        at: new Date(),
        actor: 'a',
        verb: 'framework.imported',
        subject: 'lighthouse',
      });
      const before = await db.selectFrom(table).selectAll().execute();
      const column = table === 'event' ? 'verb' : 'version';

      const attempts = [
        sql`update ${sql.table(table)} set ${sql.id(column)} = 'other'`,
        sql`delete from ${sql.table(table)}`,
        sql`truncate ${sql.table(table)} cascade`,
      ];
      for (const attempt of attempts) {
        await expect(attempt.execute(db)).rejects.toMatchObject({ code: '23001' });
      }
      expect(await db.selectFrom(table).selectAll().execute()).toEqual(before);
    });
  }

  test('a release belongs to a framework and has a known status', async () => {
    const { owner: db } = database();
    await insertReleasedFramework(db);
    const status = { framework_id: 'lighthouse', version: '9.9.9', since: new Date(), by: 'a' };
    await expect(
      db
        .insertInto('release_status')
        .values({ ...status, status: 'beta' })
        .execute(),
    ).rejects.toMatchObject({ code: '23503' });
    await expect(
      db
        .insertInto('release_status')
        .values({ ...status, version: '1.0.0', status: 'draft' as 'beta' })
        .execute(),
    ).rejects.toMatchObject({ code: '23514' });
  });

  test('statuses of one instant keep the order in which they were given', async () => {
    const { owner: db } = database();
    await insertReleasedFramework(db);
    const statuses = await db.selectFrom('release_status').select('status').orderBy('serial').execute();
    expect(statuses.map(({ status }) => status)).toEqual(['beta', 'published']);
  });
});
