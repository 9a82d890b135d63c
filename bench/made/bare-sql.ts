import type { Database } from '../../src/db/connect.ts';
import { askAgain, Recorder, type Statements } from './statements.ts';
import type { Case } from './timing.ts';
import { applicationOver, type SignedIn } from './visitors.ts';

/** A page of somebody, and how it is told in the table. */
export interface Visit {
  who: SignedIn;
  path: string;
}

/**
 * A page beside its bare SQL: the same statements for the same people, on the same pools as the same roles, after the
 * same read of the session, and nothing rendered. Then the statements alone, those that read the session among them.
 *
 * @param visits who opens what, in turns
 */
export async function pageCases(database: Database, visits: readonly Visit[]): Promise<Case[]> {
  const recorder = new Recorder(database);
  const recorded = applicationOver(recorder.database);
  const plain = applicationOver(database);
  const [first] = visits;
  if (first === undefined) throw new Error('nobody opens anything');
  // What an application reads once.
  await recorded.ask(first.who, first.path);
  const heard: (Visit & { statements: Statements })[] = [];
  for (const visit of visits) {
    heard.push({ ...visit, statements: await recorder.of(() => recorded.ask(visit.who, visit.path)) });
  }
  const nth = (n: number) => heard[n % heard.length] as (typeof heard)[number];
  const { auth, app } = nth(0).statements;
  return [
    {
      name: 'bare SQL, session read by the library (reference)',
      visit: async (n) => {
        const { who, statements } = nth(n);
        await plain.session(who);
        await askAgain(database, { ...statements, auth: [] });
      },
    },
    {
      name: `statements alone: ${auth.length} for the session, ${app.length} in the transaction`,
      visit: (n) => askAgain(database, nth(n).statements),
    },
    { name: 'the page', visit: (n) => plain.ask(nth(n).who, nth(n).path) },
  ];
}
