/** Every table about people, by raw SQL as the role of requests, for every member of the cast. */
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import type { Executor } from '../../src/db/schema.ts';
import { onEachEngine } from '../database.ts';
import { openWorld } from '../world.ts';
import { DOINGS, type Doing, expectedOf, tryAll } from './attempts.ts';
import { fillRecords, RECORDS } from './records.ts';
import { findPolicies, widened } from './widened.ts';

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

const PROMISES: Record<Doing, string> = {
  read: 'lets nobody read more than the reading table says, nor less',
  change: 'lets nobody change or remove what is not theirs',
  add: 'lets nobody add to what is not theirs',
};

/** Conditions on what is written, of which a row that is written as it was tells nothing. */
const ON_WHAT_IS_WRITTEN = [
  'answers on feedback_request: with check',
  'withdraws on feedback_request: with check',
  // Requests may not write the column that it is about.
  'answers on offer: with check',
];

onEachEngine((database) => {
  beforeEach(async () => {
    await openWorld(database());
    await fillRecords(database());
  });

  /** Works as whoever owns the tables, and undoes it. */
  async function undone<T>(work: (owner: Executor) => Promise<T>): Promise<T> {
    const undo = new Error('undone');
    let result: { value: T } | undefined;
    const working = database()
      .owner.transaction()
      .execute(async (owner) => {
        result = { value: await work(owner) };
        throw undo;
      });
    await working.catch((error: unknown) => {
      if (error !== undo) throw error;
    });
    if (result === undefined) throw new Error('nothing was done');
    return result.value;
  }

  for (const doing of DOINGS) {
    it(PROMISES[doing], async () => {
      const found = await undone((owner) => tryAll(owner, doing, RECORDS));
      expect(found).toEqual(expectedOf(doing, RECORDS));
    });
  }

  it('would notice a policy that lets everybody through', async () => {
    const unnoticed = await undone(async (owner) => {
      const names: string[] = [];
      for (const policy of await findPolicies(owner)) {
        const records = RECORDS.filter(({ table }) => table === policy.table);
        const found = await widened(owner, policy, () => tryAll(owner, policy.doing, records));
        if (JSON.stringify(found) === JSON.stringify(expectedOf(policy.doing, records))) {
          names.push(`${policy.name} on ${policy.table}: ${policy.part}`);
        }
      }
      return names;
    });
    expect(unnoticed).toEqual(ON_WHAT_IS_WRITTEN);
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
