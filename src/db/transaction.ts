import { type Kysely, sql, type Transaction } from 'kysely';
import { explainFailure } from './failures.ts';

/** Names savepoints apart, so that a nested one is never taken for its parent. */
let savepoints = 0;

/**
 * Does work in a transaction: all of it is kept, or none. Where `db` is already a transaction the work runs in a
 * savepoint of it, so a failure inside undoes only the inside and the outer work can go on.
 * Inside, use only the transaction that `work` is given: on the embedded database a query on the outer handle waits
 * for this transaction to end, for ever. Nested ones must follow each other and never run side by side.
 *
 * @throws CairnError `unavailable` where the disk is full or the database has gone; else what `work` throws.
 */
export async function inTransaction<S, T>(
  db: Kysely<S>,
  work: (transaction: Transaction<S>) => Promise<T>,
): Promise<T> {
  try {
    if (db.isTransaction) return await inSavepoint(db as Transaction<S>, work);
    return await db.transaction().execute(work);
  } catch (error) {
    throw explainFailure(error) ?? error;
  }
}

async function inSavepoint<S, T>(
  transaction: Transaction<S>,
  work: (transaction: Transaction<S>) => Promise<T>,
): Promise<T> {
  savepoints += 1;
  const name = sql.id(`cairn_${savepoints}`);
  await sql`savepoint ${name}`.execute(transaction);
  try {
    const result = await work(transaction);
    await sql`release savepoint ${name}`.execute(transaction);
    return result;
  } catch (error) {
    await sql`rollback to savepoint ${name}`.execute(transaction);
    throw error;
  }
}
