/**
 * Noting a piece of evidence, against a bare INSERT of the same row; and searching one's own evidence, 10,000 notes of
 * one person, against the bare SQL of the page. On both engines.
 */
import { sql } from 'kysely';
import { generatedId } from '../demo/generated.ts';
import { newId } from '../src/db/ids.ts';
import { pageCases } from './made/bare-sql.ts';
import { onBothEngines } from './made/engines.ts';
import { LADDER, RELEASE } from './made/people.ts';
import { makeNotes } from './made/talks.ts';
import { type Case, inTurns, printTimes } from './made/timing.ts';
import { type Application, applicationOver, type SignedIn } from './made/visitors.ts';

const PERSON = 2;
const NOTES = 10_000;
const LOAD = { users: 1, seconds: 3, rounds: 3 };
const SEARCHES = ['booking queue', '"mail relay" ports', 'timetable -ports', 'ticket 4711'];

await onBothEngines(async (database, engine) => {
  const application = applicationOver(database);
  const who = await application.signIn(PERSON);
  const insert: Case = {
    name: 'bare INSERT (reference)',
    visit: async () => {
      await sql`
        insert into evidence (
          id, person_id, text, happened_on, noted_at, changed_at, version, framework_id, release_version, came_by
        )
        values (
          ${newId()}, ${generatedId(PERSON + 1)}, 'Took the night call about the mail relay.', '2026-11-20', now(), now(), 1,
          ${LADDER.id}, ${RELEASE}, 'page'
        )
      `.execute(database.owner);
    },
  };
  printTimes(`Noting on ${engine}`, await inTurns([insert, noting(application, who)], LOAD));
  await makeNotes(database.owner, PERSON, NOTES, true);
  const paths = SEARCHES.map((words) => `/evidence?${new URLSearchParams({ q: words })}`);
  const cases = await pageCases(
    database,
    paths.map((path) => ({ who, path })),
  );
  printTimes(`Searching ${NOTES} own notes on ${engine}`, await inTurns(cases, LOAD));
});

function noting(application: Application, who: SignedIn): Case {
  const fields = { text: 'Took the night call about the mail relay.', 'happened-on': '2026-11-20' };
  return {
    name: 'the form: session, checks, note and event in one transaction',
    visit: () => application.ask(who, '/evidence', { fields: { ...fields, id: newId() } }),
  };
}
