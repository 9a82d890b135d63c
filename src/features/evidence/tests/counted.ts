/** Counts the queries of pages: as many as there are, however much a person has. */
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';
import type { Database } from '../../../db/connect.ts';

/** Opening a visit: who looks, and what they are. */
export const SET_UP = 2;

/** The database with every query of requests counted. */
export function counting(database: Database): { database: Database; count: () => number; reset: () => void } {
  let queries = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }: PluginTransformQueryArgs) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }: PluginTransformResultArgs) => result,
  };
  return {
    database: { ...database, db: database.db.withPlugin(plugin) },
    count: () => queries,
    reset: () => {
      queries = 0;
    },
  };
}
