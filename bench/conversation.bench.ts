/**
 * The progression conversation on both engines, one person at a time: opening a preparation of 20 rows with 200 pieces
 * of evidence, saving one stance against a bare UPDATE, the reveal against the bare INSERTs of its two rows, and the
 * manager's page with 40 reports.
 */
import { sql } from 'kysely';
import { generatedId } from '../demo/generated.ts';
import type { Database } from '../src/db/connect.ts';
import { pageCases } from './made/bare-sql.ts';
import { onBothEngines } from './made/engines.ts';
import { expectationsAt } from './made/people.ts';
import { makeNotes, makeTalks, TALK_LEVEL, talkId } from './made/talks.ts';
import { type Case, inTurns, printTimes, type Times } from './made/timing.ts';
import { type Application, applicationOver, type SignedIn } from './made/visitors.ts';

const MANAGER = 1;
/** Persons 2 to 41. */
const REPORTS = Array.from({ length: 40 }, (_, index) => index + 2);
/** Whose preparation is opened. */
const PERSON = 2;
/** Conversations of the same people in which nothing but bare SQL happens. */
const BARE = 1_000;
const NOTES = 200;
const LOAD = { users: 1, seconds: 2, rounds: 3 };
const [ROW = ''] = expectationsAt(TALK_LEVEL);

await onBothEngines(async (database, engine) => {
  await prepareWorld(database);
  const application = applicationOver(database);
  const [person, manager] = [await application.signIn(PERSON), await application.signIn(MANAGER)];
  const measure = async (title: string, cases: readonly Case[]) =>
    printTimes(`${title}, on ${engine}`, await inTurns(cases, LOAD));
  const open = [{ who: person, path: `/conversations/${talkId(PERSON)}/prepare` }];
  await measure('Opening a preparation of 20 rows and 200 pieces', await pageCases(database, open));
  await measure('Saving one stance', [await updating(database), saving(application, person)]);
  await measure('The team, 40 reports', await pageCases(database, [{ who: manager, path: '/team' }]));
  const revealing = await reveals(database, application, manager);
  printTimes(`Submitting the second view, which reveals both, on ${engine}`, revealing);
  const talk = [{ who: person, path: `/conversations/${talkId(PERSON)}/talk` }];
  await measure('Both views side by side', await pageCases(database, talk));
});

async function prepareWorld({ owner }: Database): Promise<void> {
  await sql`
    update reporting_line
    set manager_id = ${generatedId(MANAGER)}
    where person_id = any(${REPORTS.map(generatedId)})
  `.execute(owner);
  await makeTalks(owner, [
    ...REPORTS.map((person) => ({ number: person, person, manager: MANAGER })),
    ...REPORTS.map((person) => ({ number: BARE + person, person, manager: MANAGER })),
  ]);
  await sql`
    update conversation
    set started_at = started_at - interval '1 year'
    where id = any(${REPORTS.map((person) => talkId(BARE + person))})
  `.execute(owner);
  await makeNotes(owner, PERSON, NOTES, true);
}

/** The least that saving can be: one row changed, as whoever owns the tables. */
async function updating({ owner }: Database): Promise<Case> {
  await sql`
    insert into view_answer (
      conversation_id, side, expectation_id, person_id, author_id, stance, version, changed_at
    )
    values (
      ${talkId(BARE + PERSON)}, 'person', ${ROW}, ${generatedId(PERSON)}, ${generatedId(PERSON)}, 'sometimes', 1, now()
    )
  `.execute(owner);
  return {
    name: 'bare UPDATE (reference)',
    visit: async (n) => {
      await sql`
        update view_answer
        set stance = ${stance(n)}, version = version + 1, changed_at = now()
        where conversation_id = ${talkId(BARE + PERSON)} and side = 'person' and expectation_id = ${ROW}
      `.execute(owner);
    },
  };
}

function saving(application: Application, who: SignedIn): Case {
  let version = 0;
  let before = { stance: '', note: '' };
  return {
    name: 'a stance as the page’s script saves it',
    visit: async () => {
      const mine = { stance: stance(version), note: '' };
      const path = `/api/conversations/${talkId(PERSON)}/answers/${ROW}`;
      await application.ask(who, path, { json: { mine, was: before, version } });
      version += 1;
      before = mine;
    },
  };
}

/** Each conversation is revealed once, so these are as many as there are reports. */
async function reveals(
  { owner }: Database,
  application: Application,
  manager: SignedIn,
): Promise<readonly Times[]> {
  const bare = await each(async (person) => {
    await sql`
      insert into view_submission (conversation_id, side, submitted_at)
      values (${talkId(BARE + person)}, 'person', now())
    `.execute(owner);
    await sql`
      insert into reveal (conversation_id, revealed_at)
      values (${talkId(BARE + person)}, now())
    `.execute(owner);
  });
  const submit = (who: SignedIn, person: number) =>
    application.ask(who, `/conversations/${talkId(person)}/submissions`, { fields: {} });
  const visitors = new Map<number, SignedIn>();
  for (const person of REPORTS) {
    await submit(manager, person);
    visitors.set(person, await application.signIn(person));
  }
  const submitted = await each((person) => submit(visitors.get(person) as SignedIn, person));
  return [
    { name: 'two bare INSERTs (reference)', ...bare },
    { name: 'the form: evidence kept, both revealed, both told', ...submitted },
  ];
}

async function each(work: (person: number) => Promise<void>): Promise<Omit<Times, 'name'>> {
  const milliseconds: number[] = [];
  for (const person of REPORTS) {
    const begun = performance.now();
    await work(person);
    milliseconds.push(performance.now() - begun);
  }
  const all = milliseconds.reduce((sum, one) => sum + one, 0);
  return { milliseconds, perSecond: (milliseconds.length / all) * 1000 };
}

function stance(n: number): string {
  return n % 2 === 0 ? 'consistently' : 'not yet';
}
