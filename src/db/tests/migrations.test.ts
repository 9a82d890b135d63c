import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { onEachEngine } from '../../../test/database.ts';
import { version } from '../../version.ts';
import { appliedMigrations, knownMigrations, type Migration, migrate } from '../migrate.ts';
import type { Executor } from '../schema.ts';

function migration(name: string, text: string): Migration {
  return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
}

/** Tries migrations in a transaction that is undone, so that the tests share one database. */
async function undone(db: Executor, work: (transaction: Executor) => Promise<void>): Promise<void> {
  const marker = new Error('undone');
  await db
    .transaction()
    .execute(async (transaction) => {
      await work(transaction);
      throw marker;
    })
    .catch((error: unknown) => {
      if (error !== marker) throw error;
    });
}

onEachEngine((database) => {
  test('every migration is applied once and written down with its text and version', async () => {
    const { owner: db } = database();
    expect(await migrate(db)).toEqual([]);
    const expected = knownMigrations().map(({ name, checksum }) => ({
      name,
      checksum,
      cairn_version: version,
    }));
    expect(await appliedMigrations(db)).toEqual(expected);
  });

  test('a migration may hold many statements, quotes and functions', async () => {
    const text = `
      create table stone (id integer primary key, label text default 'it''s; a $$ stone');
      -- a comment; with a semicolon
      create function weigh() returns integer language plpgsql as $$ begin return 7; end $$;
      create index stone_label on stone (label);
    `;
    await undone(database().owner, async (db) => {
      const applied = await migrate(db, [...knownMigrations(), migration('9000_stone', text)]);
      expect(applied).toEqual(['9000_stone']);
      const { rows } = await sql`select weigh() as weight`.execute(db);
      expect(rows).toEqual([{ weight: 7 }]);
    });
  });

  test('a migration that fails leaves nothing of itself and keeps those before it', async () => {
    await undone(database().owner, async (db) => {
      const broken = [
        ...knownMigrations(),
        migration('9000_good', 'create table good (id integer);'),
        migration('9001_bad', 'create table half (id integer); select 1 / 0;'),
      ];
      await expect(migrate(db, broken)).rejects.toMatchObject({ code: '22012' });
      const { rows } =
        await sql`select to_regclass('good')::text as good, to_regclass('half')::text as half`.execute(db);
      expect(rows).toEqual([{ good: 'good', half: null }]);
    });
  });

  test('a database from a newer Cairn is refused with both versions named', async () => {
    await undone(database().owner, async (db) => {
      const row = { name: '9999_tomorrow', checksum: 'x', applied_at: new Date(), cairn_version: '7.5.0' };
      await db.insertInto('migration').values(row).execute();
      const opening = migrate(db);
      await expect(opening).rejects.toMatchObject({
        code: 'refused',
        remedy: expect.stringContaining('Cairn 7.5.0'),
      });
      await expect(opening).rejects.toThrow(
        `from Cairn 7.5.0, which brought it to 9999_tomorrow. This is Cairn ${version}, which knows the database up to ${knownMigrations().at(-1)?.name}.`,
      );
    });
  });

  test('a database built by another text of a migration is refused', async () => {
    await undone(database().owner, async (db) => {
      await db.updateTable('migration').set({ checksum: 'other' }).execute();
      await expect(migrate(db)).rejects.toThrow(/another text of migrations\/0001_framework\.sql/);
    });
  });
});
