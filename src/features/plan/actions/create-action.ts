import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { ActionKind } from '../../../domain/plan.ts';

export interface NewAction {
  /** Id of the person for whose growth it is. */
  person: string;
  /** Id of who does it: the person, or whoever manages them. */
  owner: string;
  text: string;
  kind: ActionKind;
  /** ISO 8601 day. */
  dueOn?: string | undefined;
  /** The expectation that it is about, in the wording of a release: all three or none. */
  framework?: string | undefined;
  release?: string | undefined;
  expectation?: string | undefined;
  /** Id of the conversation that it comes from. */
  conversation?: string | undefined;
  /** Id of the viewer. */
  by: string;
  now: Date;
}

/**
 * Writes down who does what by when. What it says was checked before.
 *
 * @returns its id
 */
export async function createAction(db: Executor, action: NewAction): Promise<string> {
  const { person, owner, text, kind, dueOn, framework, release, expectation, conversation, by, now } = action;
  const id = newId();
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
  await recordEvent(db, {
    at: now,
    actor: by,
    verb: 'action.created',
    subject: `action:${id}`,
    kind: 'record',
    about: person,
  });
  return id;
}
