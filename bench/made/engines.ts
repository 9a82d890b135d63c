import { type Database, openDatabase } from '../../src/db/connect.ts';
import { embeddedPlace, serverPlace } from './databases.ts';
import { makePeople } from './people.ts';

/** Runs a benchmark on each engine, in an organisation of a size that each is for. */
export async function onBothEngines(
  work: (database: Database, engine: string) => Promise<void>,
): Promise<void> {
  for (const [engine, make, people] of [
    ['the embedded database', embeddedPlace, 200],
    ['PostgreSQL', serverPlace, 1_000],
  ] as const) {
    const made = await make();
    try {
      const database = await openDatabase(made.place);
      try {
        await makePeople(database, people, 40);
        await work(database, engine);
      } finally {
        await database.close();
      }
    } finally {
      await made.remove();
    }
  }
}
