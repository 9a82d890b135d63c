import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { decideLevel, type LevelDecision, type WantedLevel } from '../../../domain/levels-held.ts';
import { lockPeople } from '../people-lock.ts';
import { levelsOf } from './queries.ts';

export interface SetLevel extends WantedLevel {
  person: string;
  /** The release in force. */
  releaseVersion: string;
  /** Id of who sets it. */
  by: string;
  now: Date;
}

/** What setting a level would come to, and nothing is set. */
export async function levelDecision(
  db: Executor,
  request: WantedLevel & { person: string; now: Date },
): Promise<LevelDecision> {
  return decideLevel(await levelsOf(db, request.person), request, request.now.toISOString().slice(0, 10));
}

/** Sets a level, or corrects the one held. Nothing is written where the decision is a refusal. */
export async function setLevel(db: Executor, request: SetLevel): Promise<LevelDecision> {
  await lockPeople(db);
  const decision = await levelDecision(db, request);
  if (decision.kind === 'refused') return decision;
  const id = decision.kind === 'begins' ? await begin(db, request, decision.ends?.id) : decision.held.id;
  if (decision.kind === 'corrects') await correct(db, request, decision);
  await recordEvent(db, {
    at: request.now,
    actor: request.by,
    verb: decision.kind === 'begins' ? 'level.set' : 'level.corrected',
    subject: `level:${id}`,
    kind: 'record',
    about: request.person,
  });
  return decision;
}

async function begin(db: Executor, request: SetLevel, ends: string | undefined): Promise<string> {
  if (ends !== undefined) await endOn(db, ends, request.since);
  const id = newId();
  await db
    .insertInto('level_held')
    .values({
      id,
      person_id: request.person,
      framework_id: request.framework,
      level_id: request.level,
      release_version: request.releaseVersion,
      since: request.since,
      until: null,
      set_by: request.by,
      set_at: request.now,
    })
    .execute();
  return id;
}

async function correct(
  db: Executor,
  request: SetLevel,
  { held, before }: Extract<LevelDecision, { kind: 'corrects' }>,
): Promise<void> {
  // The one before ended on the day on which this one was said to begin; a gap between them stays one.
  if (before?.until === held.since) await endOn(db, before.id, request.since);
  await db
    .updateTable('level_held')
    .set({
      framework_id: request.framework,
      level_id: request.level,
      release_version: request.releaseVersion,
      since: request.since,
      set_by: request.by,
      set_at: request.now,
    })
    .where('id', '=', held.id)
    .execute();
}

async function endOn(db: Executor, id: string, day: string): Promise<void> {
  await db.updateTable('level_held').set({ until: day }).where('id', '=', id).execute();
}
