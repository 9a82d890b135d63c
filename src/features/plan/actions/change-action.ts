import type { Executor } from '../../../db/schema.ts';
import type { ActionChange } from '../../../domain/plan.ts';
import { type By, recordDone } from '../visits.ts';
import type { Action } from './queries.ts';

export interface WantedChange {
  change: ActionChange;
  /** The day to which it is moved. */
  dueOn?: string | undefined;
  /** Id of who does it from now on, where it is handed over. */
  to?: string | undefined;
  reason?: string | undefined;
}

/** Changes an action, and keeps that it was changed. What may be done was checked before, on the locked row. */
export async function changeAction(
  db: Executor,
  by: By,
  action: Action,
  wanted: WantedChange,
): Promise<void> {
  const { change, dueOn, to, reason } = wanted;
  const closes = change === 'done' || change === 'dropped';
  await db
    .updateTable('action')
    .set({
      ...(change === 'moved' ? { due_on: dueOn ?? null } : {}),
      ...(change === 'handed over' ? { owner_id: to ?? null } : {}),
      ...(closes ? { closed_at: by.now } : {}),
      ...(change === 'taken up again' ? { closed_at: null } : {}),
    })
    .where('id', '=', action.id)
    .execute();
  await db
    .insertInto('action_change')
    .values({
      action_id: action.id,
      change,
      due_on: change === 'moved' ? (dueOn ?? null) : null,
      to_id: change === 'handed over' ? (to ?? null) : null,
      reason: reason || null,
      by_id: by.person,
      at: by.now,
    })
    .execute();
  await recordDone(db, by, `action.${change.replaceAll(' ', '-')}`, `action:${action.id}`, action.person.id);
}
