/** More of everything in the world of records.ts: each row once more, until there are many of its kind. */
import { type RawBuilder, sql } from 'kysely';
import { dataTables, type Table } from '../../src/db/backup/tables.ts';
import type { Database } from '../../src/db/connect.ts';
import type { Executor } from '../../src/db/schema.ts';

/** Tables that belong to the installation and not to anybody. */
const OF_THE_INSTALLATION = ['setting', 'rate_limit'];

/**
 * Writes each row `times` more, as whoever owns the tables. What makes a row the only one of its kind is another in
 * each copy: an id, a number, a text, and where nothing else can be, the person.
 *
 * @returns the tables of which there is no more than before
 */
export async function multiply({ owner }: Database, times: number): Promise<string[]> {
  const left: string[] = [];
  await owner.transaction().execute(async (db) => {
    const tables = await dataTables(db);
    const person = tables.filter(({ name }) => name === 'person');
    for (const table of [...person, ...tables.filter(({ name }) => name !== 'person')]) {
      if (OF_THE_INSTALLATION.includes(table.name) || !(await copyRows(db, table, times)))
        left.push(table.name);
    }
    await sql`analyze`.execute(db);
  });
  return left;
}

async function copyRows(db: Executor, table: Table, times: number): Promise<boolean> {
  const varied = await variedColumns(db, table);
  const before = await rowsOf(db, table);
  const names = sql.join(table.columns.map(({ name }) => sql.id(name)));
  const values = table.columns.map(({ name }) => varied.get(name) ?? sql`original.${sql.id(name)}`);
  await sql`savepoint copying`.execute(db);
  try {
    await sql`
      insert into ${sql.table(table.name)} (${names})
      select ${sql.join(values)}
      from ${sql.table(table.name)} original
      cross join generate_series(1, ${sql.lit(times)}) as n
      on conflict do nothing
    `.execute(db);
  } catch {
    // A rule of the database forbids it; the caller is told of every table that stayed as it was.
    await sql`rollback to savepoint copying`.execute(db);
  }
  return before === 0 || (await rowsOf(db, table)) >= times;
}

async function rowsOf(db: Executor, table: Table): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table.name)}`.execute(
    db,
  );
  return rows[0]?.rows ?? 0;
}

interface UniqueIndex {
  /** As it is written in SQL. */
  definition: string;
}

/** For each unique index one column that differs in each copy, and how. */
async function variedColumns(db: Executor, table: Table): Promise<Map<string, RawBuilder<unknown>>> {
  const { rows } = await sql<UniqueIndex>`
    select pg_get_indexdef(indexrelid) as definition
    from pg_index
    where indrelid = ${table.name}::regclass and indisunique
    order by indisprimary desc
  `.execute(db);
  const references = await referencesOf(db, table);
  const varied = new Map<string, RawBuilder<unknown>>();
  for (const { definition } of rows) {
    // Between the method and a condition, if there is one: the columns, or a function of one.
    const [indexed = ''] = definition.split(' USING ').at(-1)?.split(' WHERE ') ?? [];
    const columns = table.columns.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(indexed));
    if (columns.some(({ name }) => varied.has(name))) continue;
    for (const how of WAYS) {
      const column = columns.findLast(({ name, type }) => how.fits(type, references.get(name)));
      if (column === undefined) continue;
      varied.set(column.name, how.value(sql`original.${sql.id(column.name)}`));
      break;
    }
  }
  return varied;
}

async function referencesOf(db: Executor, table: Table): Promise<Map<string, string>> {
  const { rows } = await sql<{ column: string; table: string }>`
    select attribute.attname as column, confrelid::regclass::text as table
    from pg_constraint
    cross join unnest(conkey) as number
    join pg_attribute attribute on attrelid = conrelid and attnum = number
    where conrelid = ${table.name}::regclass and contype = 'f'
  `.execute(db);
  return new Map(rows.map((row) => [row.column, row.table]));
}

interface Way {
  fits(type: string, references: string | undefined): boolean;
  value(original: RawBuilder<unknown>): RawBuilder<unknown>;
}

/** The better a way stands, the more a copy is like its original. */
const WAYS: readonly Way[] = [
  { fits: (type, to) => type === 'uuid' && to === undefined, value: () => sql`gen_random_uuid()` },
  { fits: (type, to) => type === 'integer' && to === undefined, value: (original) => sql`${original} + n` },
  { fits: (type, to) => type === 'text' && to === undefined, value: (original) => sql`${original} || n` },
  {
    fits: (type) => type.startsWith('timestamp'),
    value: (original) => sql`${original} - n * interval '1 minute'`,
  },
  {
    fits: (_, to) => to === 'person',
    // The last ids are of copies: those of the cast begin with zeros, and nobody becomes their own manager.
    value: () => sql`(select id from person order by id desc offset n limit 1)`,
  },
];
