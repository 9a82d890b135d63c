import fs from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { embeddedDataDir } from '../../../test/database.ts';
import { type Database, openDatabase } from '../connect.ts';

const MINUTE = 60_000;

let dataDir: string;
let database: Database;

beforeEach(async () => {
  // Only what upkeep goes by: PGlite and the drivers keep their own timers.
  vi.useFakeTimers({
    toFake: ['setInterval', 'clearInterval', 'Date'],
    now: new Date('2026-03-02T12:00:00'),
  });
  dataDir = await embeddedDataDir();
  database = await openDatabase({ dataDir });
});

afterEach(async () => {
  await database.close();
  vi.useRealTimers();
  fs.rmSync(dataDir, { recursive: true });
});

async function lastCheckpoint(): Promise<string> {
  const { rows } = await sql<{
    at: string;
  }>`select redo_lsn::text as at from pg_control_checkpoint()`.execute(database.db);
  return rows[0]?.at ?? '';
}

async function insert(digest: string, bytes: Uint8Array): Promise<void> {
  await database.db
    .insertInto('source_file')
    .values({ digest, name: 'n', bytes, imported_at: new Date() })
    .execute();
}

test('a checkpoint follows within five minutes of a write, and none without one', async () => {
  await insert('small', new Uint8Array(10));
  const before = await lastCheckpoint();
  vi.advanceTimersByTime(4 * MINUTE);
  expect(await lastCheckpoint()).toBe(before);
  vi.advanceTimersByTime(MINUTE);
  await vi.waitFor(async () => {
    vi.advanceTimersByTime(10_000);
    expect(await lastCheckpoint()).not.toBe(before);
  });
  const after = await lastCheckpoint();
  vi.advanceTimersByTime(20 * MINUTE);
  expect(await lastCheckpoint()).toBe(after);
});

test('64 MB of log bring a checkpoint at once, and the log does not pile up', async () => {
  const before = await lastCheckpoint();
  for (let n = 0; n < 10; n += 1) {
    await insert(`large-${n}`, crypto.getRandomValues(new Uint8Array(65_536)));
    // Doubled in the database, so that 70 MB take no minute to send.
    await sql`update source_file set bytes = decode(repeat(encode(bytes, 'hex'), 110), 'hex') where digest = ${`large-${n}`}`.execute(
      database.db,
    );
    await sql`alter table source_file alter column bytes set storage external`.execute(database.owner);
  }
  vi.advanceTimersByTime(10_000);
  await vi.waitFor(async () => expect(await lastCheckpoint()).not.toBe(before), { timeout: 20_000 });
  const log = join(dataDir, 'postgres', 'pg_wal');
  const bytes = fs.readdirSync(log).reduce((sum, name) => sum + fs.statSync(join(log, name)).size, 0);
  expect(bytes).toBeLessThan(200_000_000);
});

test('a vacuum runs at night and after an import', async () => {
  const vacuumed = async () => {
    const { rows } = await sql<{ pages: number }>`
      select reltuples::int8 as pages from pg_class where oid = 'source_file'::regclass
    `.execute(database.db);
    return rows[0]?.pages;
  };
  expect(await vacuumed()).toBe(-1);
  await insert('one', new Uint8Array(1));
  await database.afterImport();
  expect(await vacuumed()).toBe(1);
  await insert('two', new Uint8Array(1));
  vi.setSystemTime(new Date('2026-03-03T02:59:00'));
  vi.advanceTimersByTime(20_000);
  expect(await vacuumed()).toBe(1);
  vi.setSystemTime(new Date('2026-03-03T03:00:00'));
  vi.advanceTimersByTime(10_000);
  await vi.waitFor(async () => expect(await vacuumed()).toBe(2));
});
