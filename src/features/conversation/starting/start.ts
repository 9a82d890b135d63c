import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { CairnError } from '../../../domain/errors.ts';
import { type By, recordTalk } from '../acts.ts';
import { tell } from '../mails.ts';
import { findTalk } from '../queries/find-talk.ts';
import type { Talk } from '../talk.ts';
import { insertDate, type NewDate, whenInWords } from './date.ts';

export interface NewTalk {
  /** Id of the person whom it is about. */
  person: string;
  /** Id of who holds it on the manager's side. */
  manager: string;
  /** The line manager, where their deputy holds it. */
  inPlaceOf?: string;
  framework: string;
  /** Frozen: the wording is that of this release for good. */
  release: string;
  level: { id: string; name: string };
  /** Ids of the expectations, in the framework's own order. */
  expectations: readonly string[];
  date?: NewDate;
}

/** Begins a conversation, and invites both. What it is about was checked before. */
export async function startTalk(db: Executor, by: By, wanted: NewTalk): Promise<string> {
  const id = newId();
  await insertTalk(db, by, id, wanted);
  const { date } = wanted;
  if (date !== undefined) await insertDate(db, by, { id }, { ...date, cancelled: false });
  const talk = await findTalk(db, id);
  if (talk === undefined) throw notYours();
  await recordTalk(db, by, talk, 'started');
  await invite(db, by, talk, wanted.level.name);
  return id;
}

async function insertTalk(db: Executor, { person: starter, now }: By, id: string, wanted: NewTalk) {
  const { person, manager, inPlaceOf, framework, release, level, expectations } = wanted;
  await db
    .insertInto('conversation')
    .values({
      id,
      person_id: person,
      manager_id: manager,
      in_place_of: inPlaceOf ?? null,
      started_by: starter,
      started_at: now,
      framework_id: framework,
      release_version: release,
      level_id: level.id,
      touched_at: now,
    })
    .execute();
  const rows = expectations.map((expectation_id, index) => ({
    conversation_id: id,
    expectation_id,
    place: index + 1,
  }));
  await db.insertInto('conversation_row').values(rows).execute();
}

async function invite(db: Executor, by: By, talk: Talk, level: string): Promise<void> {
  const { date, person, manager } = talk;
  await tell(db, by, talk, {
    kind: 'conversation invitation',
    subject: `Conversation of ${person.name} and ${manager.name}`,
    body: ({ timeZone }) => [
      `${by.name} has begun a progression conversation about ${level}.`,
      date === undefined ? 'There is no date yet.' : `It is on ${whenInWords(date, timeZone)}.`,
      'Each of you prepares apart: neither reads the other’s view until both are submitted.',
    ],
    ...(date === undefined ? {} : { date }),
  });
}

function notYours(): CairnError {
  return new CairnError(
    'refused',
    'This conversation is not yours to begin.',
    'A conversation is between somebody and their line manager of today.',
  );
}
