/** Talks as the feature that holds them writes them, and people by the dozen. */
import { idOf, type Name, NEWEST } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';
import { newId } from '../../../db/ids.ts';

export interface TalkWritten {
  person: Name;
  manager: Name;
  startsAt?: Date;
  submitted?: readonly ('person' | 'manager')[];
  revealedAt?: Date;
}

/** @returns the id of the conversation */
export async function talkWith({ owner }: Database, talk: TalkWritten): Promise<string> {
  const { person, manager, startsAt, submitted = [], revealedAt } = talk;
  const id = newId();
  const now = new Date();
  await owner
    .insertInto('conversation')
    .values({
      id,
      person_id: idOf(person),
      manager_id: idOf(manager),
      in_place_of: null,
      started_by: idOf(manager),
      started_at: now,
      framework_id: 'harbour',
      release_version: NEWEST,
      level_id: 'watch',
      touched_at: now,
    })
    .execute();
  if (startsAt !== undefined) {
    await owner
      .insertInto('conversation_date')
      .values({
        conversation_id: id,
        sequence: 0,
        starts_at: startsAt,
        minutes: 45,
        place: null,
        cancelled: false,
        set_by: idOf(manager),
        set_at: now,
      })
      .execute();
  }
  for (const side of submitted) {
    await owner
      .insertInto('view_submission')
      .values({ conversation_id: id, side, submitted_at: now, taken_back_at: null })
      .execute();
  }
  if (revealedAt !== undefined) {
    await owner.insertInto('reveal').values({ conversation_id: id, revealed_at: revealedAt }).execute();
  }
  return id;
}

/** Adds people who report to somebody. @returns their ids, in the order of their names */
export async function reportsTo(
  { owner }: Database,
  manager: Name,
  count: number,
  more: { team?: string; since?: Date } = {},
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  const since = more.since ?? new Date('2025-01-06T09:00:00Z');
  await owner
    .insertInto('person')
    .values(
      ids.map((id, index) => ({
        id,
        name: `Report ${String(index + 1).padStart(2, '0')}`,
        pronouns: null,
        email: null,
        site: null,
        time_zone: null,
        joined_on: null,
        left_on: null,
        created_at: since,
      })),
    )
    .execute();
  await owner
    .insertInto('reporting_line')
    .values(ids.map((person_id) => ({ person_id, manager_id: idOf(manager), since, until: null })))
    .execute();
  if (more.team !== undefined) {
    const { id: team_id } = await owner
      .selectFrom('team')
      .select('id')
      .where('name', '=', more.team)
      .executeTakeFirstOrThrow();
    await owner
      .insertInto('team_member')
      .values(ids.map((person_id) => ({ person_id, team_id, since, until: null })))
      .execute();
  }
  return ids;
}

/** @param since from when on there has been one: by then everybody of the cast reports to somebody */
export async function setRhythm(
  { owner }: Database,
  months: number,
  since = new Date('2025-01-06T09:00:00Z'),
): Promise<void> {
  await owner
    .insertInto('setting')
    .values({ key: 'talk-rhythm', value: String(months), changed_at: since })
    .execute();
}
