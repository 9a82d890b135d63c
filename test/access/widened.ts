/** Each policy that holds requests back, and what it is without it: whether the tests here would notice. */
import { sql } from 'kysely';
import type { Executor } from '../../src/db/schema.ts';
import type { Doing } from './attempts.ts';

export interface Policy {
  name: string;
  table: string;
  /** Which of its two conditions: what is met, or what may be written. */
  part: 'using' | 'with check';
  doing: Doing;
}

const DOES: Record<string, Doing> = {
  SELECT: 'read',
  ALL: 'read',
  INSERT: 'add',
  UPDATE: 'change',
  DELETE: 'change',
};

/** All conditions of the role of requests; one that lets everybody through as it is has nothing to widen. */
export async function findPolicies(owner: Executor): Promise<Policy[]> {
  const { rows } = await sql<Omit<Policy, 'doing'> & { command: string }>`
    select policyname as name, tablename as "table", part, cmd as command
    from pg_policies
    cross join lateral (values ('using', qual), ('with check', with_check)) as conditions (part, condition)
    where schemaname = current_schema()
      and roles && array[role_named('app')::name]
      and condition is not null
      and condition <> 'true'
    order by tablename, policyname, part
  `.execute(owner);
  return rows.map(({ name, table, part, command }) => ({
    name,
    table,
    part,
    doing: part === 'with check' && command === 'ALL' ? 'add' : (DOES[command] ?? 'read'),
  }));
}

/** Does something while a policy lets everybody through. */
export async function widened<T>(owner: Executor, policy: Policy, work: () => Promise<T>): Promise<T> {
  const { name, table, part } = policy;
  await sql`savepoint widened`.execute(owner);
  await sql`alter policy ${sql.id(name)} on ${sql.table(table)} ${sql.raw(part)} (true)`.execute(owner);
  const result = await work();
  await sql`rollback to savepoint widened`.execute(owner);
  return result;
}
