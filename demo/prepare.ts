/** Sees to it that there is a demo to serve: makes it at the first start, and anew where that is asked. */
import { existsSync, rmSync } from 'node:fs';
import { type Database, type DatabasePlace, openDatabase } from '../src/db/connect.ts';
import { CairnError } from '../src/domain/errors.ts';
import { Demo } from '../src/features/demo/index.ts';
import { INVENTED, makeDemo } from './load.ts';

export interface Wanted {
  /** How many people; undefined for however many there are, or as many as are invented. */
  people: number | undefined;
  fresh: boolean;
  now: Date;
  progress(line: string): void;
}

/** @throws CairnError `refused` where the place holds anything that is no demo */
export async function prepareDemo(place: DatabasePlace, wanted: Wanted): Promise<void> {
  if (wanted.fresh) await clear(place);
  await withDatabase(place, async (database) => {
    const found = await Demo.of(database.db);
    if (found !== undefined) return requireSize(found, wanted.people);
    const { people = INVENTED, now, progress } = wanted;
    progress(`Making the demo, ${people.toLocaleString('en-GB')} people. It takes a moment, once.`);
    await makeDemo(database, { people, now, progress });
  });
}

/** Removes a folder, and only one whose database says that it is a demo. */
async function clear(place: DatabasePlace): Promise<void> {
  if ('url' in place) {
    throw new CairnError(
      'refused',
      'A database of a PostgreSQL server is not emptied by --fresh.',
      'Make a new one (createdb) and name it in DATABASE_URL.',
    );
  }
  const { dataDir } = place;
  if (!existsSync(dataDir)) return;
  const isDemo = await withDatabase(place, async ({ db }) => (await Demo.of(db)) !== undefined);
  if (isDemo) rmSync(dataDir, { recursive: true });
}

function requireSize({ world }: Demo, people: number | undefined): void {
  if (people === undefined || people === world.people) return;
  throw new CairnError(
    'refused',
    `This demo was made with ${world.people.toLocaleString('en-GB')} people.`,
    'Add --fresh to make it anew, or leave --people out.',
  );
}

async function withDatabase<T>(place: DatabasePlace, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(place);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
