import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createServerDatabase, onEachEngine } from '../../../test/database.ts';
import { backup, restore } from '../backup/index.ts';
import { dataTables } from '../backup/tables.ts';
import { type Database, openDatabase } from '../connect.ts';
import { appliedMigrations, knownMigrations } from '../migrate.ts';
import type { Executor } from '../schema.ts';
import { everyRow, fillEveryTable } from './every-table.ts';
import { insertReleasedFramework } from './rows.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'cairn-backup-'));
  file = join(folder, 'cairn.backup');
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The world, and a file in it that is larger than a batch. */
async function fill(database: Database): Promise<void> {
  await fillEveryTable(database);
  await insertReleasedFramework(database.owner);
  await insertReleasedFramework(database.owner, 'ponts-éclusés');
  const bytes = Buffer.alloc(3_000_000, 'larger than a batch ');
  await database.owner
    .insertInto('source_file')
    .values({ digest: 'large', name: 'l', bytes, imported_at: new Date() })
    .execute();
}

/** The rows of a backup, without its header, which says when it was made. */
function rowsOf(bytes: Uint8Array): string {
  const text = gunzipSync(bytes).toString('utf8');
  return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('{"end"'));
}

async function serverDatabase(): Promise<Database> {
  const { url, drop } = await createServerDatabase();
  const database = await openDatabase({ url }, { migrate: false });
  return { ...database, close: () => database.close().then(drop) };
}

const targets: [string, () => Promise<Database>][] = [
  ['the embedded database', () => openDatabase({ dataDir: join(folder, 'data') }, { migrate: false })],
];
if (process.env.CAIRN_TEST_DATABASE_URL) targets.push(['a PostgreSQL server', serverDatabase]);

onEachEngine((database) => {
  describe.each(targets)('restored into %s', (_, open) => {
    test('a backup gives every row back to the letter', async () => {
      const { owner: db } = database();
      await fill(database());
      const lines: string[] = [];
      const report = await backup(db, file, (line) => lines.push(line));
      const written = await everyRow(db);
      const rows = Object.values(written).flat().length;
      expect(report).toEqual({ tables: Object.keys(written).length, rows });
      expect(lines.at(-1)).toContain(`${rows} of ${rows} rows written, in `);
      expect(fs.readdirSync(folder)).toEqual(['cairn.backup']);

      const target = await open();
      try {
        expect(await restore(target.owner, file)).toEqual(report);
        expect(await everyRow(target.owner)).toEqual(written);
        const again = join(folder, 'again');
        await backup(target.owner, again);
        expect(rowsOf(fs.readFileSync(again))).toBe(rowsOf(fs.readFileSync(file)));
        const next = {
          framework_id: 'lighthouse',
          version: '1.0.0',
          status: 'legacy',
          since: new Date(),
          by: 'a',
        } as const;
        await target.owner.insertInto('release_status').values(next).execute();
        await expect(restore(target.owner, file)).rejects.toMatchObject({
          code: 'refused',
          message: expect.stringContaining('into an empty database only'),
        });
      } finally {
        await target.close();
      }
    });
  });

  test.each<[string, (whole: Buffer) => Buffer, RegExp]>([
    ['that was cut', (whole) => whole.subarray(0, whole.length - 20), /ends too early/],
    [
      'cut between two lines',
      (whole) => gzipSync(gunzipSync(whole).toString().split('\n').slice(0, -2).join('\n')),
      /ends too early/,
    ],
    [
      'with a letter changed',
      (whole) => gzipSync(gunzipSync(whole).toString().replace('keepers.txt', 'Keepers.txt')),
      /damaged/,
    ],
    [
      'that lost a row',
      (whole) =>
        gzipSync(
          gunzipSync(whole)
            .toString()
            .replace(/\["lighthouse",.*"beta".*\]\n/, ''),
        ),
      /damaged/,
    ],
    [
      'that is something else',
      () => Buffer.from('Dear all, please find the backup attached.'),
      /not a backup of Cairn/,
    ],
    ['that is another gzip', () => gzipSync('{"a": 1}\n'), /not a backup of Cairn/],
    ['that is empty', () => gzipSync(''), /empty/],
  ])('a file %s is refused and changes nothing', async (_, spoil, reason) => {
    const { owner: db } = database();
    await insertReleasedFramework(db);
    await backup(db, file);
    await emptied(db, async () => {
      const restoring = restore(db, Readable.from([spoil(fs.readFileSync(file))]));
      await expect(restoring).rejects.toThrow(reason);
      await expect(restoring).rejects.toMatchObject({ code: 'unreadable' });
      expect(Object.values(await everyRow(db)).flat()).toEqual([]);
    });
  });

  test('a backup of a newer Cairn is refused with its version', async () => {
    const { owner: db } = database();
    await backup(db, file);
    const newer = gunzipSync(fs.readFileSync(file))
      .toString()
      .replace(/"version":"[^"]*"/, '"version":"7.5.0"');
    const from = (text: string) => restore(db, Readable.from([gzipSync(text)]));
    await expect(from(newer.replace(/"\d{4}_\w+"(?=\])/, '$&,"9999_tomorrow"'))).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('from Cairn 7.5.0, whose database is at 9999_tomorrow'),
    });
    await expect(from(newer.replace('"format":1', '"format":2'))).rejects.toThrow(/Cairn 7\.5\.0/);
  });

  test('a backup for which the disk has no room leaves nothing, and an earlier one as it was', async () => {
    fs.writeFileSync(file, 'the earlier backup');
    await fill(database());
    for (const write of ['write', 'writev'] as const) {
      vi.spyOn(fs, write).mockImplementation(((...args: unknown[]) => {
        const done = args.at(-1) as (error: Error) => void;
        done(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
      }) as never);
    }
    await expect(backup(database().owner, file)).rejects.toThrow(
      /was not written: there is no room left on that disk/,
    );
    expect(fs.readdirSync(folder)).toEqual(['cairn.backup']);
    expect(fs.readFileSync(file, 'utf8')).toBe('the earlier backup');
  });

  test('a folder that is not there is named', async () => {
    const nowhere = join(folder, 'nowhere', 'x');
    await expect(backup(database().owner, nowhere)).rejects.toThrow(
      `The backup ${nowhere} was not written: there is no such folder`,
    );
    await expect(restore(database().owner, nowhere)).rejects.toThrow(`There is no file ${nowhere}`);
  });

  test('a receiver that hangs up is not taken for a lost database', async () => {
    const deaf = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('EPIPE'), { code: 'EPIPE' })),
    });
    await expect(backup(database().owner, deaf)).rejects.toThrow('The backup was not taken: EPIPE');
  });
});

/** Runs work on the database with no rows in it, whatever its triggers say. */
async function emptied(db: Executor, work: () => Promise<void>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = 'replica'`.execute(transaction);
    for (const { name } of await dataTables(transaction))
      await sql`delete from ${sql.table(name)}`.execute(transaction);
  });
  expect((await appliedMigrations(db)).length).toBe(knownMigrations().length);
  await work();
}
