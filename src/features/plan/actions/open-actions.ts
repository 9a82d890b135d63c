import type { Executor } from '../../../db/schema.ts';
import type { ActionKind } from '../../../domain/plan.ts';
import type { Named } from '../queries/named.ts';
import { actionsFor } from './queries.ts';

/** An action that is neither done nor dropped, as later features are given it. */
export interface OpenAction {
  id: string;
  text: string;
  kind: ActionKind;
  /** Who does it; absent where they have been erased. */
  owner?: Named;
  /** ISO 8601 day. */
  dueOn?: string;
  /** The expectation that it is about, in the wording of a release: all three or none. */
  framework?: string;
  release?: string;
  expectation?: string;
  /** Id of the conversation that it comes from. */
  conversation?: string;
}

/** What is open for somebody's growth, whoever does it: the earliest due first, so that what is overdue leads. */
export async function openActionsOf(db: Executor, person: string): Promise<OpenAction[]> {
  const actions = await actionsFor(db, person);
  return actions.map(({ id, text, kind, owner, dueOn, tie, conversation }) => ({
    id,
    text,
    kind,
    ...(owner === null ? {} : { owner }),
    ...(dueOn === null ? {} : { dueOn }),
    ...tie,
    ...(conversation === null ? {} : { conversation }),
  }));
}
