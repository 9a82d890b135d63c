import fs from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { embeddedDataDir } from '../../../test/database.ts';
import { type Database, openDatabase } from '../connect.ts';
import { DURABLE_START, DurableFS } from '../embedded/durable-fs.ts';
import { explainFailure } from '../failures.ts';
import { inTransaction } from '../transaction.ts';

let dataDir: string;
let database: Database;

beforeEach(async () => {
  dataDir = await embeddedDataDir();
  database = await openDatabase({ dataDir });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await database.close();
  fs.rmSync(dataDir, { recursive: true });
});

const key = (digest: string) => ({ digest, created_at: new Date(), expires_at: new Date() });

function insert(...digests: string[]): Promise<unknown> {
  return database.db.insertInto('preview_key').values(digests.map(key)).execute();
}

/** A folder with 64 KB pages of text that does not shrink: enough to need new pages on the disk. */
function insertMuch(): Promise<void> {
  return inTransaction(database.db, async (transaction) => {
    for (let n = 0; n < 20; n += 1) {
      const text = Array.from({ length: 4000 }, () => Math.random().toString(36)).join('');
      const row = { digest: `d${n}`, name: 'n', bytes: Buffer.from(text), imported_at: new Date() };
      await transaction.insertInto('source_file').values(row).execute();
    }
  });
}

async function reopen(): Promise<void> {
  await database.close();
  database = await openDatabase({ dataDir });
}

async function digests(): Promise<string[]> {
  const rows = await database.db.selectFrom('preview_key').select('digest').orderBy('digest').execute();
  return rows.map(({ digest }) => digest);
}

/** Makes writes to files whose path holds `part` fail as on a full disk. */
function fillDisk(part: string): void {
  const write = fs.writeSync;
  vi.spyOn(fs, 'writeSync').mockImplementation(((...args: Parameters<typeof write>) => {
    if (paths.get(args[0])?.includes(part)) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    return write(...args);
  }) as typeof write);
  const paths = openPaths();
  const open = fs.openSync;
  vi.spyOn(fs, 'openSync').mockImplementation((...args) => {
    const descriptor = open(...args);
    paths.set(descriptor, String(args[0]));
    return descriptor;
  });
}

/** What this process has open, by descriptor. Empty where the system does not tell; then only new files count. */
function openPaths(): Map<number, string> {
  const paths = new Map<number, string>();
  if (!fs.existsSync('/proc/self/fd')) return paths;
  for (const name of fs.readdirSync('/proc/self/fd')) {
    try {
      paths.set(Number(name), fs.readlinkSync(`/proc/self/fd/${name}`));
    } catch {
      // The descriptor of the listing itself.
    }
  }
  return paths;
}

test('every commit reaches the disk before it is confirmed', async () => {
  const fsync = vi.spyOn(fs, 'fsyncSync');
  for (const digest of ['a', 'b', 'c']) {
    fsync.mockClear();
    await insert(digest);
    expect(fsync).toHaveBeenCalled();
  }
});

test('PostgreSQL runs with the settings that durability needs', async () => {
  expect(DURABLE_START).not.toContain('-F');
  for (const [setting, value] of Object.entries({
    fsync: 'on',
    wal_sync_method: 'fsync',
    full_page_writes: 'on',
    synchronous_commit: 'on',
  })) {
    const { rows } = await sql<Record<string, string>>`show ${sql.id(setting)}`.execute(database.db);
    expect(rows).toEqual([{ [setting]: value }]);
  }
});

test('a file system that swallows fsync is refused', async () => {
  await database.close();
  // As if a newer PGlite mounted its folder earlier, with operations that know no fsync.
  const init = DurableFS.prototype.init;
  vi.spyOn(DurableFS.prototype, 'init').mockImplementation(async function (this: DurableFS, pg, options) {
    const { emscriptenOpts } = await init.call(this, pg, options);
    const steps = [emscriptenOpts.preRun ?? []].flat();
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...steps.slice(0, -2), ...steps.slice(-1)] } };
  });
  await expect(openDatabase({ dataDir })).rejects.toThrow(
    /not durable here: a commit did not reach the disk/,
  );
  vi.restoreAllMocks();
  database = await openDatabase({ dataDir });
});

test('nothing is half written when the disk is full, and the database goes on', async () => {
  await insert('before');
  fillDisk('/base/');
  await expect(insertMuch()).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('no room left'),
  });
  vi.restoreAllMocks();
  expect(await database.db.selectFrom('source_file').select('digest').execute()).toEqual([]);
  await insert('after');
  await reopen();
  expect(await digests()).toEqual(['after', 'before']);
});

test('nothing is half written when there is no room for the log: the database stops, and starts again', async () => {
  await insert('before');
  fillDisk('/pg_wal/');
  await expect(insertMuch()).rejects.toThrow(/no room left on the disk, so the database has stopped/);
  vi.restoreAllMocks();
  const refusal: unknown = await insert('later').catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'unavailable', message: expect.stringContaining('has stopped') });
  expect(database.outage).toMatchObject({ isFinal: true, problem: refusal });
  // As the library behind signing in passes it on.
  expect(explainFailure(new Error('Failed to get session', { cause: refusal }))).toBe(refusal);
  await reopen();
  expect(await digests()).toEqual(['before']);
  expect(await database.db.selectFrom('source_file').select('digest').execute()).toEqual([]);
});

test('a disk that fails at fsync stops the database and confirms nothing', async () => {
  await insert('before');
  vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  });
  await expect(insert('lost')).rejects.toThrow(/The disk refused what the database wrote, so it has stopped/);
  vi.restoreAllMocks();
  await expect(digests()).rejects.toMatchObject({
    code: 'unavailable',
    remedy: expect.stringContaining('start Cairn again'),
  });
  await reopen();
  expect(await digests()).toContain('before');
});
