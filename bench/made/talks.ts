/** Conversations that are being prepared, entered as whoever owns the tables. */
import { sql } from 'kysely';
import { generatedId } from '../../demo/generated.ts';
import type { Executor } from '../../src/db/schema.ts';
import { expectationsAt, LADDER, RELEASE } from './people.ts';

/** What every made conversation is about: twenty rows. */
export const TALK_LEVEL = 'l1';

/** Numbers the conversations; each has the id that `talkId` gives. */
export interface MadeTalk {
  number: number;
  person: number;
  manager: number;
}

export function talkId(number: number): string {
  return `01940000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export async function makeTalks(owner: Executor, talks: readonly MadeTalk[]): Promise<void> {
  const at = new Date();
  const expectations = expectationsAt(TALK_LEVEL);
  for (const { number, person, manager } of talks) {
    const id = talkId(number);
    await owner
      .insertInto('conversation')
      .values({
        id,
        person_id: generatedId(person),
        manager_id: generatedId(manager),
        in_place_of: null,
        started_by: generatedId(manager),
        started_at: at,
        framework_id: LADDER.id,
        release_version: RELEASE,
        level_id: TALK_LEVEL,
        touched_at: at,
      })
      .execute();
    await owner
      .insertInto('conversation_row')
      .values(
        expectations.map((expectation_id, index) => ({
          conversation_id: id,
          expectation_id,
          place: index + 1,
        })),
      )
      .execute();
  }
}

/** More notes of one person, half of them shared. @param tied whether each speaks to a row of the conversations */
export async function makeNotes(
  owner: Executor,
  person: number,
  notes: number,
  tied: boolean,
): Promise<void> {
  await sql`
    with noted as (
      insert into evidence (
        id, person_id, text, happened_on, kind, noted_at, changed_at, version, shared_at, framework_id,
        release_version, came_by
      )
      select
        gen_random_uuid(), ${generatedId(person)},
        'Restored the ' || (array['booking queue', 'mail relay', 'timetable', 'storage link'])[1 + n % 4]
          || ' before the morning, and told the ports, ticket ' || n || '.',
        date '2024-11-22' + n % 700, null, now(), now(), 1, case when n % 2 = 0 then now() end,
        ${LADDER.id}, ${RELEASE}, 'page'
      from generate_series(1, ${sql.lit(notes)}) as n
      returning id
    )
    insert into evidence_tie (evidence_id, person_id, framework_id, release_version, expectation_id, tied_at)
    select
      id, ${generatedId(person)}, ${LADDER.id}, ${RELEASE},
      (${expectationsAt(TALK_LEVEL)}::text[])[1 + (row_number() over ()) % 20], now()
    from noted
    where ${tied}
  `.execute(owner);
  await sql`analyze`.execute(owner);
}
