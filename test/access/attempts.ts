/** What each member of the cast can do with each kind of row, tried in SQL as the role of requests, and undone. */
import { sql } from 'kysely';
import type { Executor } from '../../src/db/schema.ts';
import { idOf } from '../world.ts';
import { EVERYBODY, type Kept, type Looker } from './kept.ts';

export const DOINGS = ['read', 'change', 'add'] as const;
export type Doing = (typeof DOINGS)[number];

/** For each kind of row, by `table, row`: who could do it, in the order of the alphabet. Rows of nobody are left out. */
export type Found = Record<string, readonly Looker[]>;

/** What the reading table says of it. */
export function expectedOf(doing: Doing, records: readonly Kept[]): Found {
  const who = ({ readers, writers = [], adders = writers }: Kept) =>
    ({ read: readers, change: writers, add: adders })[doing];
  return byRow(records.map((kept) => [kept, who(kept)]));
}

/** Tries it for everybody in one statement. @param owner a transaction as whoever owns the tables */
export async function tryAll(owner: Executor, doing: Doing, records: readonly Kept[]): Promise<Found> {
  const statements: string[][] = [];
  for (const kept of records) statements.push(await statementsFor(owner, doing, kept));
  const attempts = records.flatMap((_, row) =>
    EVERYBODY.flatMap((looker) => (statements[row] ?? []).map((statement) => ({ row, looker, statement }))),
  );
  if (doing === 'change') attempts.push(...records.map(blindly));
  await makeAttempt(owner);
  await sql`savepoint looking`.execute(owner);
  await sql`select set_config('role', role_named('app'), true)`.execute(owner);
  const { rows } = await sql<{ could: boolean }>`
    select pg_temp.attempt(viewer, statement) as could
    from unnest(
      ${attempts.map(({ looker }) => (looker === 'visitor' ? '' : idOf(looker)))}::text[],
      ${attempts.map(({ statement }) => statement)}::text[]
    ) with ordinality as tried (viewer, statement, place)
    order by place
  `.execute(owner);
  await sql`rollback to savepoint looking`.execute(owner);
  const able = attempts.filter((_, place) => rows[place]?.could);
  return byRow(
    records.map((kept, row) => [kept, able.filter((one) => one.row === row).map(({ looker }) => looker)]),
  );
}

/** A condition shows a statement only what its writer may read; one without asks the policy of removing alone. */
function blindly({ table }: Kept, row: number) {
  return { row, looker: 'stranger' as Looker, statement: `delete from ${table}` };
}

function byRow(who: readonly (readonly [Kept, readonly Looker[]])[]): Found {
  const entries = who.map(([{ table, row }, lookers]) => [
    `${table}, ${row}`,
    [...new Set(lookers)].toSorted(),
  ]);
  return Object.fromEntries(entries.filter(([, lookers]) => (lookers?.length ?? 0) > 0));
}

async function statementsFor(owner: Executor, doing: Doing, { table, where }: Kept): Promise<string[]> {
  if (doing === 'read') return [`select from ${table} where ${where}`];
  if (doing === 'add') return addAgain(owner, table, where);
  const [column] = await columnsFor(owner, table, 'update');
  return [`update ${table} set ${column} = ${column} where ${where}`, `delete from ${table} where ${where}`];
}

/** The row once more, to the letter: whoever is not refused finds that it is there already. */
async function addAgain(owner: Executor, table: string, where: string): Promise<string[]> {
  const columns = (await columnsFor(owner, table, 'insert')).join(', ');
  const { rows } = await sql<{ statement: string }>`
    select format(
      'insert into %I (%s) select %s from jsonb_populate_record(null::%I, %L)',
      ${table}::text, ${columns}::text, ${columns}::text, ${table}::text, to_jsonb(original)
    ) as statement
    from ${sql.table(table)} original
    where ${sql.raw(where)}
    limit 1
  `.execute(owner);
  return rows.map(({ statement }) => statement);
}

/** The columns that requests may write; all where they may write none, so that trying it is refused. */
async function columnsFor(owner: Executor, table: string, right: 'insert' | 'update'): Promise<string[]> {
  const { rows } = await sql<{ name: string; may: boolean }>`
    select
      quote_ident(attname) as name,
      has_column_privilege(role_named('app')::name, attrelid, attnum, ${right}) as may
    from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and attgenerated = '' and not attisdropped
    order by attnum
  `.execute(owner);
  const allowed = rows.filter(({ may }) => may);
  return (allowed.length > 0 ? allowed : rows).map(({ name }) => name);
}

/**
 * Does a statement as somebody, and undoes it. Refusals by grants, policies, triggers and keys are a no; that a row is
 * there already is a yes, because policies are asked first. Whatever else goes wrong fails the test.
 */
async function makeAttempt(owner: Executor): Promise<void> {
  await sql`
    create or replace function pg_temp.attempt(viewer text, statement text) returns boolean
      language plpgsql
    as $$
    declare
      met bigint;
    begin
      perform set_config('cairn.viewer', viewer, true);
      execute statement;
      get diagnostics met = row_count;
      raise exception using errcode = 'UNDO1', message = met;
    exception
      when sqlstate 'UNDO1' then return sqlerrm::bigint > 0;
      when unique_violation or exclusion_violation then return true;
      when insufficient_privilege or restrict_violation or foreign_key_violation then return false;
    end
    $$
  `.execute(owner);
}
