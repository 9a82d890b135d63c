import { recordEvent } from '../../db/events.ts';
import { newId } from '../../db/ids.ts';
import type { Executor } from '../../db/schema.ts';

export interface NewAction {
  /** Id of the person for whose growth it is. */
  person: string;
  /** Id of who does it. */
  owner: string;
  text: string;
  /** `opportunity`: the manager's promise to find one. */
  kind: 'action' | 'opportunity';
  /** ISO 8601 day. */
  dueOn?: string;
  framework?: string;
  release?: string;
  /** Id of the expectation that it is about. */
  expectation?: string;
  /** Id of the conversation that it came from. */
  conversation?: string;
  /** Id of the viewer. */
  by: string;
  now: Date;
}

/** Says who does what by when. @returns its id */
export async function createAction(db: Executor, action: NewAction): Promise<string> {
  const id = newId();
  const { person, owner, text, kind, dueOn, framework, release, expectation, conversation, by, now } = action;
  await db
    .insertInto('action')
    .values({
      id,
      person_id: person,
      owner_id: owner,
      text,
      kind,
      due_on: dueOn ?? null,
      framework_id: framework ?? null,
      release_version: release ?? null,
      expectation_id: expectation ?? null,
      conversation_id: conversation ?? null,
      created_by: by,
      created_at: now,
      closed_at: null,
    })
    .execute();
  const subject = `action:${id}`;
  await recordEvent(db, {
    at: now,
    actor: by,
    verb: 'action.created',
    subject,
    kind: 'record',
    about: person,
  });
  return id;
}
