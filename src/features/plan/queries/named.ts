import { type RawBuilder, sql } from 'kysely';

/** Somebody, or something, by id and name. */
export interface Named {
  id: string;
  name: string;
}

/** A joined person as JSON; null where there is none. @param alias of the joined table */
export function named(alias: string): RawBuilder<unknown> {
  const table = sql.table(alias);
  return sql`case when ${table}.id is not null then json_build_object('id', ${table}.id, 'name', ${table}.name) end`;
}

/** The ties that hang on something, as JSON. @param table e.g. `objective`, whose ties stand in `objective_tie` */
export function tiesOf(table: 'objective' | 'learning'): RawBuilder<unknown> {
  return sql`(
    select coalesce(json_agg(json_build_object(
      'framework', tie.framework_id,
      'release', tie.release_version,
      'expectation', tie.expectation_id
    ) order by tie.framework_id, tie.expectation_id), '[]')
    from ${sql.table(`${table}_tie`)} tie
    where tie.${sql.ref(`${table}_id`)} = ${sql.table(table)}.id
  )`;
}
