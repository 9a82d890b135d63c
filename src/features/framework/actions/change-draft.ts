import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { Decision } from '../../../domain/confirmation.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Framework } from '../../../domain/framework.ts';
import { lockFramework, type StoredFramework, saveDraft } from '../queries.ts';
import type { StewardKey } from '../steward/queries.ts';
import { unknownFramework } from './release.ts';

/** Who changes a draft, when, and which state of it they were looking at. */
export interface Change {
  steward: StewardKey;
  /** `draftedAt` of the draft that the steward saw. */
  seen: string;
  now: Date;
}

/** `unchanged`: it was so already, e.g. the form was sent twice. `stale`: somebody changed the draft meanwhile, so
 * nothing was written. */
export type ChangeOutcome = 'saved' | 'unchanged' | 'stale';

/**
 * Changes a framework's draft and records the event, in one transaction that nobody else's change can enter.
 *
 * @param change makes the new draft, or says by `undefined` that the draft is so already; may throw a CairnError.
 * @throws CairnError `not found` for the framework, and what `change` throws.
 */
export async function changeDraft(
  db: Executor,
  { steward, seen, now }: Change,
  verb: string,
  change: (draft: Framework, stored: StoredFramework) => Framework | undefined,
): Promise<ChangeOutcome> {
  return inTransaction(db, async (transaction) => {
    const stored = await lockFramework(transaction, steward.framework);
    if (stored === undefined) throw unknownFramework(steward.framework);
    const stale = stored.draftedAt !== seen;
    const next = attempt(() => change(stored.draft, stored), stale);
    if (next === undefined) return 'unchanged';
    if (next === 'impossible' || stale) return 'stale';
    await saveDraft(transaction, next, stored.readFindings, later(stored.draftedAt, now));
    await recordEvent(transaction, { at: now, actor: steward.id, verb, subject: stored.id });
    return 'saved';
  });
}

/** What is refused on a draft that has changed since may be refused only because of that change. */
function attempt(change: () => Framework | undefined, stale: boolean): Framework | undefined | 'impossible' {
  try {
    return change();
  } catch (error) {
    if (stale && error instanceof CairnError) return 'impossible';
    throw error;
  }
}

/** Two changes within a millisecond must still be told apart by their instants. */
function later(before: string, now: Date): Date {
  return new Date(Math.max(now.getTime(), new Date(before).getTime() + 1));
}

/** Who, when and why, as it is kept in the framework. */
export function decision({ steward, now }: Change, why: string | undefined): Decision {
  const reason = why?.trim() ?? '';
  const said = { by: steward.name, on: now.toISOString().slice(0, 10) };
  return reason === '' ? said : { ...said, why: reason };
}
