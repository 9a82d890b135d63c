import { sql } from 'kysely';
import type { Executor } from '../schema.ts';
import type { RowLine } from './file-format.ts';
import type { Table } from './tables.ts';

/** How much text of rows is held in memory at once; one row that is larger is held alone. */
const BATCH_BYTES = 2 * 1024 * 1024;

/** How many sizes are looked at ahead. */
const SIZES_AHEAD = 500;

/**
 * Makes both engines write values alike and shows the rows of one instant. First thing in a transaction.
 */
export async function readConsistently(transaction: Executor): Promise<void> {
  await sql`set transaction isolation level repeatable read, read only`.execute(transaction);
  await writeValuesAlike(transaction);
}

/** The text forms of values, for the rest of the transaction. */
export async function writeValuesAlike(transaction: Executor): Promise<void> {
  await sql`
    select
      set_config('bytea_output', 'hex', true),
      set_config('datestyle', 'ISO', true),
      set_config('intervalstyle', 'iso_8601', true),
      set_config('timezone', 'UTC', true),
      set_config('extra_float_digits', '1', true)
  `.execute(transaction);
}

/**
 * Reads the rows of a table in the order of its key, as batches; each row is the JSON text of a `RowLine`. Rows may be
 * of any size, so a cursor over their sizes runs ahead and says how many fit the next batch.
 */
export async function* readRows(transaction: Executor, table: Table): AsyncGenerator<string[]> {
  const columns = table.columns.map(({ name }) => sql`${sql.id(name)}::text`);
  const sizes = table.columns.map((column) => sql`coalesce(${sizeOf(column)}, 0)`);
  const order = table.key.map((name) => sql`${sql.id(name)}${collation(table, name)}`);
  const from = sql`from ${sql.table(table.name)} order by ${sql.join(order)}`;
  await sql`declare cairn_rows no scroll cursor for select json_build_array(${sql.join(columns)})::text as row ${from}`.execute(
    transaction,
  );
  await sql`declare cairn_sizes no scroll cursor for select (${sql.join(sizes, sql` + `)})::text as size ${from}`.execute(
    transaction,
  );
  for await (const count of batchSizes(transaction)) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(count)} from cairn_rows`.execute(transaction);
    yield rows.map(({ row }) => row);
  }
  await sql`close cairn_rows`.execute(transaction);
  await sql`close cairn_sizes`.execute(transaction);
}

/** How many rows go into each batch. */
async function* batchSizes(transaction: Executor): AsyncGenerator<number> {
  let count = 0;
  let bytes = 0;
  for (;;) {
    const { rows } = await sql<{ size: string }>`fetch ${sql.lit(SIZES_AHEAD)} from cairn_sizes`.execute(
      transaction,
    );
    for (const { size } of rows) {
      if (count > 0 && bytes + Number(size) > BATCH_BYTES) {
        yield count;
        count = 0;
        bytes = 0;
      }
      count += 1;
      bytes += Number(size);
    }
    if (rows.length < SIZES_AHEAD) break;
  }
  if (count > 0) yield count;
}

/** Bytes of a value as text. Those of `text` and `bytea` are known without reading the value itself. */
function sizeOf({ name, type }: Table['columns'][number]) {
  if (type === 'text') return sql`octet_length(${sql.id(name)})::bigint`;
  if (type === 'bytea') return sql`octet_length(${sql.id(name)})::bigint * 2`;
  return sql`octet_length(${sql.id(name)}::text)::bigint`;
}

/** The same order on every server, whatever its own is. */
function collation(table: Table, name: string) {
  return table.columns.find((column) => column.name === name)?.type === 'text' ? sql` collate "C"` : sql``;
}

/** Writes rows as `readRows` gave them; a sequence behind a column goes on after the highest. */
export async function writeRows(
  transaction: Executor,
  table: Table,
  columns: readonly string[],
  rows: readonly RowLine[],
): Promise<void> {
  const names = sql.join(columns.map((name) => sql.id(name)));
  const typed = columns.map((name) => {
    const type = table.columns.find((column) => column.name === name)?.type;
    if (type === undefined) throw new Error(`${table.name} has no column ${name}`);
    return sql`${sql.id(name)}::${sql.raw(type)}`;
  });
  const arrays = columns.map((_, index) => sql`${rows.map((row) => row[index] ?? null)}::text[]`);
  await sql`
    insert into ${sql.table(table.name)} (${names})
    select ${sql.join(typed)}
    from unnest(${sql.join(arrays)}) as given (${names})
  `.execute(transaction);
}

export async function moveSequences(transaction: Executor, table: Table): Promise<void> {
  for (const { name } of table.columns.filter(({ identity }) => identity)) {
    await sql`
      select setval(pg_get_serial_sequence(quote_ident(${sql.lit(table.name)}), ${sql.lit(name)}), max(${sql.id(name)}))
      from ${sql.table(table.name)}
      having max(${sql.id(name)}) is not null
    `.execute(transaction);
  }
}
