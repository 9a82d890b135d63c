/**
 * My path, the page that people open daily, for 20 people at once: a small organisation on the embedded database, and
 * 1,000 and 50,000 people (40 notes each) on a PostgreSQL server. The reference is the page's bare SQL: the same
 * statements for the same people, on the same pools as the same roles, after the same read of the session, and nothing
 * rendered. Below it the statements alone, those that read the session among them.
 *
 * `npm run bench -- path 5000` makes 5,000 people the most.
 */
import { type Database, openDatabase } from '../src/db/connect.ts';
import { embeddedPlace, type MadePlace, serverPlace } from './made/databases.ts';
import { makePeople } from './made/people.ts';
import { askAgain, Recorder, type Statements } from './made/statements.ts';
import { type Case, inTurns, printTimes } from './made/timing.ts';
import { applicationOver, type SignedIn } from './made/visitors.ts';

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
      const times = await inTurns(cases, { users, seconds: 4, rounds: 3 });
      printTimes(`My path on ${engine}, ${people} people, ${users} at once`, times);
    }
  } finally {
    await database.close();
    await made.remove();
  }
}

async function casesOf(database: Database, people: number): Promise<Case[]> {
  const recorder = new Recorder(database);
  const recorded = applicationOver(recorder.database);
  const plain = applicationOver(database);
  await recorded.ask(await plain.signIn(1), '/my-path');
  const visitors: { who: SignedIn; statements: Statements }[] = [];
  for (let n = 0; n < OPENING; n += 1) {
    const who = await plain.signIn(1 + Math.floor((n * people) / OPENING));
    visitors.push({ who, statements: await recorder.of(() => recorded.ask(who, '/my-path')) });
  }
  const nth = (n: number) => visitors[n % OPENING] as (typeof visitors)[number];
  const { auth, app } = nth(0).statements;
  console.log(`A page asks ${auth.length} statements for its session and ${app.length} in its transaction.`);
  return [
    {
      name: 'bare SQL, session read by the library (reference)',
      visit: async (n) => {
        const { who, statements } = nth(n);
        await plain.session(who);
        await askAgain(database, { ...statements, auth: [] });
      },
    },
    { name: 'statements alone', visit: (n) => askAgain(database, nth(n).statements) },
    { name: 'the page', visit: (n) => plain.ask(nth(n).who, '/my-path') },
  ];
}
