/** Every table about people, by raw SQL as the role of requests, for every member of the cast. */
import { type Kysely, sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import type { Schema } from '../../src/db/schema.ts';
import { asViewer } from '../../src/db/viewer.ts';
import { onEachEngine } from '../database.ts';
import { idOf, openWorld } from '../world.ts';
import { EVERYBODY, type Kept, type Looker } from './kept.ts';
import { fillRecords, RECORDS } from './records.ts';

/** Tables that hold nothing about people: what is published, and keys that are checked by their own routes. */
const NOT_ABOUT_PEOPLE = [
  'framework',
  'guide',
  'job_run',
  'migration',
  'preview_key',
  'release',
  'release_status',
  'role_profile',
  'source_file',
  'steward_key',
];

/** Their rows come and go with signing in; nobody may even ask for one. */
const WRITTEN_BY_SIGNING_IN = ['session', 'credential', 'verification', 'passkey', 'two_factor'];

onEachEngine((database) => {
  beforeEach(async () => {
    await openWorld(database());
    await fillRecords(database());
  });

  /** Works as somebody who looks, and undoes it. */
  async function as<T>(looker: Looker, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    const undone = new Error('undone');
    let result: { value: T } | undefined;
    const worked = async (db: Kysely<Schema>) => {
      result = { value: await work(db) };
      throw undone;
    };
    const { db } = database();
    const working =
      looker === 'visitor' ? db.transaction().execute(worked) : asViewer(db, idOf(looker), worked);
    await working.catch((error: unknown) => {
      if (error !== undone) throw error;
    });
    if (result === undefined) throw new Error('nothing was done');
    return result.value;
  }

  /** How many rows a statement finds or changes; none where the role may not even try. */
  async function affected(db: Kysely<Schema>, statement: string): Promise<number> {
    await sql`savepoint attempt`.execute(db);
    try {
      const { rows } = await sql.raw(statement).execute(db);
      return rows.length;
    } catch (error) {
      const refusal = (error as { code?: string }).code;
      // Refused by grants or policies, or by the triggers and keys behind them.
      if (!['42501', '23001', '23503'].includes(refusal ?? '')) throw error;
      await sql`rollback to savepoint attempt`.execute(db);
      return 0;
    }
  }

  it('lets nobody read more than the reading table says, nor less', async () => {
    const seen = await whoever((kept, looker) =>
      as(looker, async (db) => (await affected(db, `select 1 from ${kept.table} where ${kept.where}`)) > 0),
    );
    expect(seen).toEqual(expectedOf(({ readers }) => readers));
  });

  it('lets nobody change or remove what is not theirs', async () => {
    const changed = await whoever(async ({ table, where }, looker) => {
      const column = await columnToChange(table);
      return as(looker, async (db) => {
        const updated = await affected(
          db,
          `update ${table} set ${column} = ${column} where ${where} returning 1`,
        );
        return updated + (await affected(db, `delete from ${table} where ${where} returning 1`)) > 0;
      });
    });
    expect(changed).toEqual(expectedOf(({ writers = [] }) => writers));
  });

  it('has a row of every kind to look for', async () => {
    const missing: string[] = [];
    for (const { table, row, where } of RECORDS.filter(
      ({ table }) => !WRITTEN_BY_SIGNING_IN.includes(table),
    )) {
      const { rows } = await sql`select from ${sql.table(table)} where ${sql.raw(where)}`.execute(
        database().owner,
      );
      if (rows.length === 0) missing.push(`${table}, ${row}`);
    }
    expect(missing).toEqual([]);
  });

  /** A column that requests may change, if there is any: grants may name single ones. */
  async function columnToChange(table: string): Promise<string> {
    const { rows } = await sql<{ name: string }>`
      select attname as name
      from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and attgenerated = ''
      order by
        has_column_privilege(role_named('app')::name, attrelid, attnum, 'update') desc,
        attnum
    `.execute(database().owner);
    return rows[0]?.name ?? '';
  }

  it('every table about people has forced row-level security and stands in the list above', async () => {
    const { rows } = await sql<{ name: string; enforced: boolean }>`
      select relname as name, relrowsecurity and relforcerowsecurity as enforced
      from pg_class
      where relnamespace = current_schema()::regnamespace and relkind = 'r'
      order by relname
    `.execute(database().owner);
    const personal = rows.filter(({ name }) => !NOT_ABOUT_PEOPLE.includes(name));
    expect(personal.filter(({ enforced }) => !enforced)).toEqual([]);
    const listed = new Set(RECORDS.map(({ table }) => table));
    expect(personal.map(({ name }) => name).filter((name) => !listed.has(name))).toEqual([]);
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(NOT_ABOUT_PEOPLE));
  });

  it('a table with a person in it is about people', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct class.relname as name
      from pg_attribute attribute
      join pg_class class on class.oid = attribute.attrelid
      where class.relnamespace = current_schema()::regnamespace
        and class.relkind = 'r'
        and (attribute.attname ~ '(person|owner|manager|colleague|steward|asker|account)_id$')
    `.execute(database().owner);
    const names = rows.map(({ name }) => name);
    expect(names).toContain('evidence');
    expect(names.filter((name) => NOT_ABOUT_PEOPLE.includes(name))).toEqual([]);
  });
});

/** For each kind of row who could do it, in the order of the alphabet; rows of nobody are left out. */
async function whoever(
  could: (kept: Kept, looker: Looker) => Promise<boolean>,
): Promise<Record<string, Looker[]>> {
  const found: Record<string, Looker[]> = {};
  for (const kept of RECORDS) {
    const lookers: Looker[] = [];
    for (const looker of EVERYBODY) if (await could(kept, looker)) lookers.push(looker);
    if (lookers.length > 0) found[`${kept.table}, ${kept.row}`] = lookers.toSorted();
  }
  return found;
}

function expectedOf(who: (kept: Kept) => readonly Looker[]): Record<string, readonly Looker[]> {
  const entries = RECORDS.map((kept) => [`${kept.table}, ${kept.row}`, who(kept).toSorted()] as const);
  return Object.fromEntries(entries.filter(([, lookers]) => lookers.length > 0));
}
