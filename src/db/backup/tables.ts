import { sql } from 'kysely';
import type { Executor } from '../schema.ts';

/** A table as the catalogue of the database knows it. */
export interface Table {
  name: string;
  columns: Column[];
  /** The columns of the primary key, in its order. */
  key: string[];
  /** Tables that its rows refer to. */
  refersTo: string[];
}

export interface Column {
  name: string;
  /** As it is written in SQL, e.g. `timestamp with time zone`. */
  type: string;
  /** Whether a sequence stands behind it. */
  identity: boolean;
}

/** Every table that holds data, those referred to before those that refer to them. The ledger of migrations is none. */
export async function dataTables(db: Executor): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select
      t.relname as name,
      (
        select json_agg(json_build_object(
          'name', a.attname,
          'type', format_type(a.atttypid, a.atttypmod),
          'identity', a.attidentity <> ''
        ) order by a.attnum)
        from pg_attribute a
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      ) as columns,
      (
        select coalesce(json_agg(a.attname order by k.place), '[]')
        from pg_constraint c
        cross join unnest(c.conkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
        where c.conrelid = t.oid and c.contype = 'p'
      ) as key,
      (
        select coalesce(json_agg(distinct other.relname), '[]')
        from pg_constraint c
        join pg_class other on other.oid = c.confrelid
        where c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid
      ) as "refersTo"
    from pg_class t
    where t.relnamespace = current_schema()::regnamespace
      and t.relkind = 'r'
      and t.relname <> 'migration'
    order by t.relname collate "C"
  `.execute(db);
  return loadOrder(rows);
}

function loadOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  const waiting = [...tables];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ refersTo }) =>
      refersTo.every((name) => ordered.some((table) => table.name === name)),
    );
    if (next === -1)
      throw new Error(`tables refer to each other in a ring: ${waiting.map(({ name }) => name).join(', ')}`);
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}
