/**
 * My path, the page that people open daily, for 20 people at once: a small organisation on the embedded database, and
 * 1,000 and 50,000 people (40 notes each) on a PostgreSQL server. The reference is the page's bare SQL; see
 * `made/bare-sql.ts`.
 *
 * `npm run bench -- path 5000` makes 5,000 people the most.
 */
import { type Database, openDatabase } from '../src/db/connect.ts';
import { pageCases, type Visit } from './made/bare-sql.ts';
import { embeddedPlace, type MadePlace, serverPlace } from './made/databases.ts';
import { makePeople } from './made/people.ts';
import { type Case, inTurns, printTimes } from './made/timing.ts';
import { applicationOver } from './made/visitors.ts';

const NOTES = 40;
const MOST = Number(process.argv[2] ?? 50_000);

/** Who opens the page: so many people, spread over the organisation. */
const OPENING = 200;

await measure('the embedded database', embeddedPlace, Math.min(200, MOST));
await measure('PostgreSQL', serverPlace, Math.min(1_000, MOST));
if (MOST > 1_000) await measure('PostgreSQL', serverPlace, MOST);

async function measure(engine: string, make: () => Promise<MadePlace>, people: number): Promise<void> {
  const made = await make();
  const database = await openDatabase(made.place);
  try {
    const begun = performance.now();
    await makePeople(database, people, NOTES);
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    console.log(`\n${people} people with ${people * NOTES} notes, made in ${seconds} s`);
    const cases = await casesOf(database, people);
    for (const users of [1, 20]) {
      const times = await inTurns(cases, { users, seconds: 3, rounds: 3 });
      printTimes(`My path on ${engine}, ${people} people, ${users} at once`, times);
    }
  } finally {
    await database.close();
    await made.remove();
  }
}

async function casesOf(database: Database, people: number): Promise<Case[]> {
  const { signIn } = applicationOver(database);
  const visits: Visit[] = [];
  for (let n = 0; n < OPENING; n += 1) {
    visits.push({ who: await signIn(1 + Math.floor((n * people) / OPENING)), path: '/my-path' });
  }
  return pageCases(database, visits);
}
