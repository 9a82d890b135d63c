import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { embeddedDataDir } from '../../../test/database.ts';
import { openDatabase } from '../connect.ts';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'cairn-first-start-'));
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('the first start creates a database, and the next one finds it', async () => {
  const dataDir = join(folder, 'deep', 'data');
  fs.mkdirSync(join(dataDir, 'postgres.first-start-123'), { recursive: true });
  fs.writeFileSync(join(dataDir, 'postgres.first-start-123', 'half'), 'what an interrupted first start left');

  const first = await openDatabase({ dataDir });
  expect(first.engine).toBe('embedded');
  expect(first.describe()).toMatch(/^embedded PostgreSQL 18\.\d+ in .*data$/);
  await first.db
    .insertInto('preview_key')
    .values({ digest: 'd', created_at: new Date(), expires_at: new Date() })
    .execute();
  await first.close();
  expect(fs.readdirSync(dataDir).sort()).toEqual(['cairn.lock', 'postgres']);

  const second = await openDatabase({ dataDir });
  expect(await second.db.selectFrom('preview_key').select('digest').execute()).toEqual([{ digest: 'd' }]);
  await second.close();
});

test('a first start that runs out of room leaves nothing but the folder', async () => {
  const write = fs.writeSync;
  let room = 5_000_000;
  vi.spyOn(fs, 'writeSync').mockImplementation(((...args: Parameters<typeof write>) => {
    room -= typeof args[3] === 'number' ? args[3] : 0;
    if (room < 0)
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    return write(...args);
  }) as typeof write);
  const opening = openDatabase({ dataDir: folder });
  await expect(opening).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('no room left'),
  });
  expect(fs.readdirSync(folder)).toEqual(['cairn.lock']);
});

test('data of another PostgreSQL is refused with the way to move it', async () => {
  for (const place of [join(folder, 'postgres'), folder]) {
    fs.mkdirSync(place, { recursive: true });
    fs.writeFileSync(join(place, 'PG_VERSION'), '17\n');
    const opening = openDatabase({ dataDir: folder });
    await expect(opening).rejects.toThrow(
      `The data in ${place} was written by PostgreSQL 17; this Cairn brings PostgreSQL 18`,
    );
    await expect(opening).rejects.toMatchObject({
      code: 'refused',
      remedy: expect.stringContaining('bin/cairn backup FILE'),
    });
    fs.rmSync(join(place, 'PG_VERSION'));
  }
});

test('a folder that PostgreSQL itself keeps is not taken for a data folder', async () => {
  fs.writeFileSync(join(folder, 'PG_VERSION'), '18\n');
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow(/PostgreSQL's own/);
});

test('a file where the data folder should be is named', async () => {
  const file = join(folder, 'data');
  fs.writeFileSync(file, 'not a folder');
  await expect(openDatabase({ dataDir: file })).rejects.toThrow(`${file} or a part of its path is a file`);
  await expect(openDatabase({ dataDir: join(file, 'deeper') })).rejects.toThrow(/is a file where/);
});

test.each([
  ['EACCES', 'may not be written by the user who runs Cairn'],
  ['EROFS', 'mounted read-only'],
  ['ENOSPC', 'no room left on the disk'],
])('a folder that answers %s is explained', async (code, explanation) => {
  // Injected: root may write anywhere.
  vi.spyOn(fs, 'writeFileSync').mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
  await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining(explanation),
    remedy: expect.stringMatching(/DATA_DIR|room/),
  });
});

test('the folder is free again after a start that failed', async () => {
  const dataDir = await embeddedDataDir();
  const fsync = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  });
  await expect(openDatabase({ dataDir })).rejects.toThrow();
  fsync.mockRestore();
  const database = await openDatabase({ dataDir });
  await database.close();
  fs.rmSync(dataDir, { recursive: true });
});
