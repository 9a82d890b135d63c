import { type Kysely, sql, type Transaction } from 'kysely';
import type { Executor, Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

/**
 * Does work in one transaction as the person who looks: row-level security shows them what they may see, and lets them
 * write what they may write. What they may not see is not there.
 *
 * Look up the session before: on the embedded database its query would wait for this transaction for ever.
 *
 * @param person id of the person who looks
 * @throws CairnError as `inTransaction`; `refused` for a write that the person may not make.
 */
export async function asViewer<T>(
  db: Kysely<Schema>,
  person: string,
  work: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return inTransaction(db, async (transaction) => {
    await lookAs(transaction, person);
    return work(transaction);
  });
}

/** Who looks from now on in a transaction: for one that many people take part in, and that fails as a whole. */
export async function lookAs(transaction: Executor, person: string): Promise<void> {
  await sql`
    select set_config('role', role_named('app'), true), set_config('cairn.viewer', ${person}, true)
  `.execute(transaction);
}
