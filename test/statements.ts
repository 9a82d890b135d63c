/** Records what an application asks its database. */
import { type Kysely, type KyselyPlugin, PostgresQueryCompiler } from 'kysely';
import type { Database } from '../src/db/connect.ts';
import type { Schema } from '../src/db/schema.ts';

export interface Recorded {
  /** To open the application over. */
  database: Database;
  /** The statements of a piece of work, in order. */
  during(work: () => Promise<unknown>): Promise<string[]>;
}

export function recording(database: Database): Recorded {
  let statements: string[] = [];
  const compiler = new PostgresQueryCompiler();
  const recorder: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      statements.push(compiler.compileQuery(node, queryId).sql.replace(/\s+/g, ' ').trim());
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const recorded = (db: Kysely<Schema>) => db.withPlugin(recorder);
  return {
    database: { ...database, db: recorded(database.db), auth: recorded(database.auth) },
    during: async (work) => {
      statements = [];
      await work();
      return statements;
    },
  };
}

/** What opens a visit: who looks, and what they are. */
const SET_UP = [/^select set_config\('role'/, /^select person\.name, is_administrator\(\) as administrator/];

/** What a page asks besides finding the session and opening visits. */
export function withoutSetUp(statements: readonly string[]): string[] {
  const isSetUp = (one: string) => SET_UP.some((begin) => begin.test(one));
  return statements.slice(statements.findIndex(isSetUp)).filter((one) => !isSetUp(one));
}
