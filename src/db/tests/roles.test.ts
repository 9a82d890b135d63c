import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { createServerDatabase, onEachEngine } from '../../../test/database.ts';
import { type Database, openDatabase } from '../connect.ts';
import { setUpDatabase } from '../set-up.ts';
import { asViewer } from '../viewer.ts';

const ANNA = '0192aaaa-0000-7000-8000-000000000001';
const BILAL = '0192aaaa-0000-7000-8000-000000000002';

/** Two people, entered by whoever owns the tables. */
async function twoPeople({ owner }: Database): Promise<void> {
  for (const [id, name] of [
    [ANNA, 'Anna'],
    [BILAL, 'Bilal'],
  ] as const) {
    await owner
      .insertInto('person')
      .values({ id, name, created_at: new Date() } as never)
      .execute();
  }
  await owner
    .insertInto('evidence')
    .values({
      id: '0192aaaa-0000-7000-8000-00000000000e',
      person_id: ANNA,
      text: 'Restarted the print queue before payroll noticed',
      happened_on: '2026-03-02',
      noted_at: new Date(),
      changed_at: new Date(),
      version: 1,
      came_by: 'page',
    } as never)
    .execute();
}

onEachEngine((database) => {
  test('nobody looks, so nobody is seen', async () => {
    await twoPeople(database());
    expect(await database().db.selectFrom('person').select('id').execute()).toEqual([]);
    expect(await database().db.selectFrom('evidence').select('id').execute()).toEqual([]);
    expect(await database().job.selectFrom('mail').select('id').execute()).toEqual([]);
  });

  test('evidence is seen by its owner and by nobody else', async () => {
    await twoPeople(database());
    const seenBy = (person: string) =>
      asViewer(database().db, person, (db) => db.selectFrom('evidence').select('person_id').execute());
    expect(await seenBy(ANNA)).toEqual([{ person_id: ANNA }]);
    expect(await seenBy(BILAL)).toEqual([]);
  });

  test('who looks is forgotten with the transaction', async () => {
    await twoPeople(database());
    await asViewer(database().db, ANNA, (db) => db.selectFrom('person').select('id').execute());
    expect(await database().db.selectFrom('person').select('id').execute()).toEqual([]);
  });

  test('requests, sign-in and work run as roles that own nothing and bypass nothing', async () => {
    for (const handle of ['db', 'auth', 'job'] as const) {
      const { rows } = await sql<{ name: string; bypasses: boolean; owns: number }>`
        select
          current_user as name,
          (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypasses,
          (select count(*) from pg_class where relowner = current_user::regrole) as owns
      `.execute(database()[handle]);
      expect(rows[0]).toMatchObject({ bypasses: false, owns: 0 });
      expect(rows[0]?.name).toMatch(/_(app|auth|job)$/);
    }
  });

  test.each(['auth', 'job'] as const)('%s sees no evidence', async (handle) => {
    await twoPeople(database());
    const looking = database()[handle].selectFrom('evidence').select('id').execute();
    await expect(looking).rejects.toMatchObject({ code: '42501' });
  });
});

const onServer = describe.skipIf(process.env.CAIRN_TEST_DATABASE_URL === undefined);

onServer('a database that was set up with an owner of its own', () => {
  /** A login that may create roles and owns the database, but is no superuser. */
  async function withOwner(work: (ownerUrl: string) => Promise<void>): Promise<void> {
    const { url, drop } = await createServerDatabase();
    const name = `cairn_owner_${randomBytes(4).toString('hex')}`;
    const superuser = new pg.Client({ connectionString: url });
    await superuser.connect();
    const database = new URL(url).pathname.slice(1);
    await superuser.query(`create role ${name} login createrole password 'for-tests'`);
    await superuser.query(`alter database ${database} owner to ${name}`);
    await superuser.query(`alter schema public owner to ${name}`);
    const owner = new URL(url);
    owner.username = name;
    owner.password = 'for-tests';
    try {
      await work(owner.href);
    } finally {
      await superuser.end();
      await drop();
      const server = new pg.Client({ connectionString: process.env.CAIRN_TEST_DATABASE_URL });
      await server.connect();
      await server.query(`drop role if exists ${database}_login`);
      await server.query(`drop owned by ${name}`);
      await server.query(`drop role ${name}`);
      await server.end();
    }
  }

  test('runs with a login that owns nothing and cannot migrate', async () => {
    await withOwner(async (ownerUrl) => {
      const { url } = await setUpDatabase(ownerUrl);
      const database = await openDatabase({ url });
      try {
        expect(database.oneLogin).toBe(false);
        expect(await database.db.selectFrom('person').select('id').execute()).toEqual([]);
        await expect(sql`create table mine (id integer)`.execute(database.db)).rejects.toThrow();
        await expect(
          sql`set role ${sql.id(new URL(ownerUrl).username)}`.execute(database.db),
        ).rejects.toThrow();
      } finally {
        await database.close();
      }
    });
  });

  test('lets its owner read all of it, though row-level security is forced', async () => {
    await withOwner(async (ownerUrl) => {
      const database = await openDatabase({ url: ownerUrl });
      try {
        expect(database.oneLogin).toBe(true);
        await twoPeople(database);
        expect(await database.owner.selectFrom('person').select('id').execute()).toHaveLength(2);
        expect(await database.db.selectFrom('person').select('id').execute()).toEqual([]);
        const seen = await asViewer(database.db, ANNA, (db) =>
          db.selectFrom('evidence').select('id').execute(),
        );
        expect(seen).toHaveLength(1);
      } finally {
        await database.close();
      }
    });
  });

  test('is refused with what to do while its tables are older than Cairn', async () => {
    await withOwner(async (ownerUrl) => {
      const { url } = await setUpDatabase(ownerUrl);
      const database = await openDatabase({ url: ownerUrl });
      await database.owner.deleteFrom('migration').where('name', '=', '0004_evidence').execute();
      await database.close();
      await expect(openDatabase({ url })).rejects.toMatchObject({
        code: 'refused',
        remedy: expect.stringContaining('db setup'),
      });
    });
  });
});
