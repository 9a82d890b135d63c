/** The bare SQL of a request: what it asked of the database, to be asked again without everything around it. */
import type { CompiledQuery, Kysely, KyselyPlugin } from 'kysely';
import type { Database } from '../../src/db/connect.ts';
import type { Schema } from '../../src/db/schema.ts';
import { inTransaction } from '../../src/db/transaction.ts';

/** What one request asked, in order: to find the session, then in its transaction. */
export interface Statements {
  auth: CompiledQuery[];
  app: CompiledQuery[];
}

/** Hands out a database that writes down what is asked of it. For one request at a time. */
export class Recorder {
  /** The same pools and roles. */
  readonly database: Database;
  #heard: Statements = { auth: [], app: [] };

  constructor(database: Database) {
    const hearing = (handle: Kysely<Schema>, role: keyof Statements) =>
      handle.withPlugin(listener(handle, (query) => this.#heard[role].push(query)));
    this.database = { ...database, auth: hearing(database.auth, 'auth'), db: hearing(database.db, 'app') };
  }

  async of(request: () => Promise<unknown>): Promise<Statements> {
    this.#heard = { auth: [], app: [] };
    await request();
    return this.#heard;
  }
}

/** Asks the same again: same roles and pools, session first, then one transaction. */
export async function askAgain({ auth, db }: Database, statements: Statements): Promise<void> {
  for (const query of statements.auth) await auth.executeQuery(query);
  await inTransaction(db, async (transaction) => {
    for (const query of statements.app) await transaction.executeQuery(query);
  });
}

function listener(handle: Kysely<Schema>, hear: (query: CompiledQuery) => void): KyselyPlugin {
  const executor = handle.getExecutor();
  return {
    transformQuery: ({ node, queryId }) => {
      hear(executor.compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}
