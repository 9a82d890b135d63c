import { sql } from 'kysely';
import { recordEvent } from '../../db/events.ts';
import type { Executor } from '../../db/schema.ts';
import type { Talk } from './talk.ts';

/** Who does something in a conversation, when, and where the pages are that mails lead to. */
export interface By {
  /** Id of the viewer. */
  person: string;
  name: string;
  now: Date;
  /** Public address without a trailing slash. */
  baseUrl: string;
}

/** Records what somebody did in a conversation. Drafting is never recorded: when somebody writes is theirs, too. */
export async function recordTalk(
  db: Executor,
  { person, now }: Pick<By, 'person' | 'now'>,
  talk: Pick<Talk, 'id' | 'person'>,
  verb: string,
): Promise<void> {
  await recordEvent(db, {
    at: now,
    actor: person,
    verb: `conversation.${verb}`,
    subject: `conversation:${talk.id}`,
    kind: 'record',
    about: talk.person.id ?? '',
  });
}

/** Lets the other side's page know that something changed which both see. Two changes never share a moment. */
export async function touch(db: Executor, talk: string, now: Date): Promise<void> {
  await db
    .updateTable('conversation')
    .set({ touched_at: sql`greatest(${now}::timestamptz, touched_at + interval '1 millisecond')` })
    .where('id', '=', talk)
    .execute();
}
