/** What is there after a kill, read as whoever owns the tables. */
import type { Database } from '../../src/db/connect.ts';
import { NEWEST } from '../../test/world.ts';

/** Begins a conversation that both prepare. @returns its id */
export async function beginTalk(
  { owner }: Database,
  id: string,
  person: string,
  manager: string,
): Promise<string> {
  const now = new Date();
  await owner
    .insertInto('conversation')
    .values({
      id,
      person_id: person,
      manager_id: manager,
      in_place_of: null,
      started_by: person,
      started_at: now,
      framework_id: 'harbour',
      release_version: NEWEST,
      level_id: 'watch',
      touched_at: now,
    })
    .execute();
  const row = { conversation_id: id, expectation_id: 'incidents-watch', place: 1 };
  await owner.insertInto('conversation_row').values(row).execute();
  return id;
}

export async function endTalk({ owner }: Database, talk: string): Promise<void> {
  const end = { conversation_id: talk, ended_at: new Date(), ended_by: null };
  await owner
    .insertInto('conversation_end')
    .values({ ...end, reason: 'the manager changed' })
    .execute();
}

/** All notes, the answers of a conversation by side, and whether it is revealed. */
export async function notesOf({ owner }: Database, talk: string) {
  const notes = await owner.selectFrom('evidence').select(['id', 'text']).execute();
  const answers = await owner
    .selectFrom('view_answer')
    .select(['side', 'note'])
    .where('conversation_id', '=', talk)
    .where('stance', '=', 'sometimes')
    .execute();
  const reveals = await owner
    .selectFrom('reveal')
    .select('conversation_id')
    .where('conversation_id', '=', talk)
    .execute();
  return {
    notes: new Map(notes.map(({ id, text }) => [id, text])),
    answers: new Map(answers.map(({ side, note }) => [side, note])),
    revealed: reveals.length > 0,
  };
}

/** A reveal is there exactly when both submissions are. */
export async function isHalfRevealed(database: Database, talk: string): Promise<boolean> {
  const submitted = await database.owner
    .selectFrom('view_submission')
    .select('side')
    .where('conversation_id', '=', talk)
    .where('taken_back_at', 'is', null)
    .execute();
  const { revealed } = await notesOf(database, talk);
  return revealed !== (submitted.length === 2);
}
