import type { Database } from '../../../db/connect.ts';
import { DEMO_KEY, type DemoWorld } from '../index.ts';

/** Marks a database as a demo, as only whoever owns the tables can. */
export async function markBy(database: Pick<Database, 'owner'>, world: DemoWorld): Promise<void> {
  const row = { key: DEMO_KEY, value: JSON.stringify(world), changed_at: new Date() };
  await database.owner.insertInto('setting').values(row).execute();
}
