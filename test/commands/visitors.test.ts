/** Whether visitors read what is published, while a server runs and another process changes it. */
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/connect.ts';
import { createServerDatabase } from '../database.ts';
import { serve, temporaryFolder } from './cairn.ts';

const PAGE = '/frameworks/operations';

describe.skipIf(process.env.CAIRN_TEST_DATABASE_URL === undefined)('Visitors of a running server', () => {
  it('are kept out within seconds, of pages that were answered before, and let in again', {
    timeout: 240_000,
  }, async () => {
    const { url, drop } = await createServerDatabase();
    const database = await openDatabase({ url });
    const set = (value: string) =>
      database.owner
        .insertInto('setting')
        .values({ key: 'visitors', value, changed_at: new Date() })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    const server = await serve({ DATABASE_URL: url, DATA_DIR: temporaryFolder() });
    const status = async () => (await fetch(server.address + PAGE, { redirect: 'manual' })).status;
    try {
      // The second answer comes from kept bytes, past the application.
      expect([await status(), await status()]).toEqual([200, 200]);
      await set('nobody');
      await expect.poll(status, { timeout: 30_000 }).toBe(303);
      await set('read');
      await expect.poll(status, { timeout: 30_000 }).toBe(200);
    } finally {
      await server.stop();
      await database.close();
      await drop();
    }
  });
});
