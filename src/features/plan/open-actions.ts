import type { Executor } from '../../db/schema.ts';

export interface OpenAction {
  id: string;
  text: string;
  kind: 'action' | 'opportunity';
  /** Who does it; absent where they have been erased. */
  owner?: { id: string; name: string };
  /** ISO 8601 day. */
  dueOn?: string;
  framework?: string;
  /** Id of the expectation that it is about. */
  expectation?: string;
  /** Id of the conversation that it came from. */
  conversation?: string;
}

/** What is still to be done for somebody's growth, what is due first at the head. */
export async function openActionsOf(db: Executor, person: string): Promise<OpenAction[]> {
  const rows = await db
    .selectFrom('action')
    .leftJoin('person as owner', 'owner.id', 'action.owner_id')
    .select([
      'action.id',
      'action.text',
      'action.kind',
      'action.owner_id',
      'owner.name',
      'action.due_on',
      'action.framework_id',
      'action.expectation_id',
      'action.conversation_id',
    ])
    .where('action.person_id', '=', person)
    .where('action.closed_at', 'is', null)
    .orderBy('action.due_on', (order) => order.asc().nullsLast())
    .orderBy('action.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    kind: row.kind,
    ...(row.owner_id === null || row.name === null ? {} : { owner: { id: row.owner_id, name: row.name } }),
    ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    ...(row.framework_id === null ? {} : { framework: row.framework_id }),
    ...(row.expectation_id === null ? {} : { expectation: row.expectation_id }),
    ...(row.conversation_id === null ? {} : { conversation: row.conversation_id }),
  }));
}
