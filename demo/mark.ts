/** Marks a database as a demo: the one place that does, and only where nobody is. */
import { sql } from 'kysely';
import type { Executor } from '../src/db/schema.ts';
import { CairnError } from '../src/domain/errors.ts';
import { DEMO_KEY, type DemoWorld } from '../src/features/demo/index.ts';
import { SHIPPED } from '../src/features/framework/index.ts';

/** Makes a demo of an empty database. Triggers of the database refuse it as well where somebody real is in it. */
export async function markAsDemo(db: Executor, now: Date): Promise<void> {
  await requireEmpty(db);
  await db.insertInto('setting').values({ key: DEMO_KEY, value: '', changed_at: now }).execute();
}

/**
 * @param db as whoever owns the tables
 * @throws CairnError `refused` where the database holds anybody, or a framework of somebody's own
 */
export async function requireEmpty(db: Executor): Promise<void> {
  const found = await whatIsThere(db);
  if (found === undefined) return;
  throw new CairnError(
    'refused',
    `The demo is made in an empty database only, and this one is not: ${found}. Nothing was changed.`,
    'Name a new folder with --folder, or in DATABASE_URL a new database (createdb).',
  );
}

/** Says who is who, once they are there. */
export async function describeDemo(db: Executor, world: DemoWorld, now: Date): Promise<void> {
  await db
    .updateTable('setting')
    .set({ value: JSON.stringify(world), changed_at: now })
    .where('key', '=', DEMO_KEY)
    .execute();
}

async function whatIsThere(db: Executor): Promise<string | undefined> {
  const { rows } = await sql<{ people: number; settings: number; own: number }>`
    select
      (select count(*)::int from person) + (select count(*)::int from account) as people,
      (select count(*)::int from setting) as settings,
      (
        (select count(*) from framework where id <> ${SHIPPED})
        + (select count(*) from release where version <> '1.0.0' or framework_id <> ${SHIPPED})
      )::int as own
  `.execute(db);
  const { people = 0, settings = 0, own = 0 } = rows[0] ?? {};
  if (people > 0) return `it holds ${people === 1 ? 'a person' : 'people'}`;
  if (settings > 0) return 'somebody has set it up';
  return own > 0 ? 'it holds a framework of your own' : undefined;
}
