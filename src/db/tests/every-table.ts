/** A row at least in every table that there is, and every row of every table. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { fillRecords } from '../../../test/access/records.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { dataTables } from '../backup/tables.ts';
import type { Database } from '../connect.ts';
import { newId } from '../ids.ts';
import type { Executor } from '../schema.ts';

const NOW = new Date('2026-03-02T09:30:00.123Z');
const LATER = new Date('2026-03-09T09:30:00Z');

/** @throws where a table stays empty, which a new one does until a row of it is entered */
export async function fillEveryTable(database: Database): Promise<World> {
  const world = await openWorld(database);
  await fillRecords(database);
  await world.as('engineer');
  await database.owner.transaction().execute(async (db) => {
    await fillWhatIsPublished(db);
    await fillWaysIn(db);
    await db
      .insertInto('job_run')
      .values({ name: 'reminders', ran_at: NOW })
      .onConflict((known) => known.doNothing())
      .execute();
  });
  const empty = Object.entries(await everyRow(database.owner)).filter(([, rows]) => rows.length === 0);
  if (empty.length > 0) throw new Error(`no row was entered into ${empty.map(([name]) => name).join(', ')}`);
  return world;
}

/** By table, which the catalogue knows; each row as the digest of its values, in an order of its own. */
export async function everyRow(db: Executor): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const { name } of await dataTables(db)) {
    const found = await sql`select * from ${sql.table(name)}`.execute(db);
    rows[name] = found.rows.map(digest).sort();
  }
  return rows;
}

function digest(row: unknown): string {
  const json = JSON.stringify(row, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
  return createHash('sha256').update(json).digest('hex');
}

async function fillWhatIsPublished(db: Executor): Promise<void> {
  const bytes = new Uint8Array([0, 255, 10]);
  await db
    .insertInto('source_file')
    .values({ digest: 'sha256:k', name: 'keepers.txt', bytes, imported_at: NOW })
    .execute();
  const imported = { document: '{"b":"“1”"}', source_key: 'keepers', imported_at: NOW };
  await db
    .insertInto('guide')
    .values({ id: 'how-to-read', ...imported })
    .execute();
  await db
    .insertInto('role_profile')
    .values({ id: 'keeper', ...imported })
    .execute();
  const key = { digest: 'd', created_at: NOW, expires_at: LATER };
  await db.insertInto('preview_key').values(key).execute();
  await db
    .insertInto('steward_key')
    .values({ id: newId(), framework_id: 'harbour', name: 'Working group', ...key })
    .execute();
}

/** As the library behind signing in writes them. */
async function fillWaysIn(db: Executor): Promise<void> {
  const { id: account } = await db.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow();
  const id = newId();
  const made = sql`${NOW}::timestamptz`;
  await sql`
    insert into credential (id, account_id, provider_id, provider_account_id, password, created_at, updated_at)
    values (${id}, ${account}, 'credential', ${account}, 'a digest', ${made}, ${made})
  `.execute(db);
  await sql`
    insert into verification (id, identifier, value, expires_at, created_at, updated_at)
    values (${id}, 'a link', 'v', ${made}, ${made}, ${made})
  `.execute(db);
  await sql`
    insert into passkey (id, account_id, public_key, credential_id, counter, device_type, backed_up)
    values (${id}, ${account}, 'k', 'c', 9007199254740000, 'singleDevice', true)
  `.execute(db);
  await sql`
    insert into two_factor (id, account_id, secret, backup_codes, locked_until)
    values (${id}, ${account}, 's', 'b', ${made})
  `.execute(db);
}
