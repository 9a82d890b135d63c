import type { Executor } from '../../../db/schema.ts';
import { refuseAnswer, type Side } from '../../../domain/conversation.ts';
import type { By } from '../acts.ts';
import type { Talk } from '../talk.ts';
import { requireAllowed } from '../visits.ts';

/**
 * Raises an expectation of an earlier level for discussion, with a reason. It belongs to the side's view: nobody else
 * knows of it before the reveal.
 */
export async function raiseExpectation(
  db: Executor,
  { person, now }: By,
  talk: Talk,
  side: Side,
  { expectation, why }: { expectation: string; why: string },
): Promise<void> {
  requireAllowed(refuseAnswer(talk.state, side));
  await db
    .insertInto('view_raise')
    .values({
      conversation_id: talk.id,
      side,
      expectation_id: expectation,
      person_id: talk.person.id ?? '',
      author_id: person,
      why,
      raised_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['conversation_id', 'side', 'expectation_id']).doUpdateSet({ why }),
    )
    .execute();
}

/** Lets it go again, with what was answered to it. */
export async function letGo(db: Executor, talk: Talk, side: Side, expectation: string): Promise<void> {
  requireAllowed(refuseAnswer(talk.state, side));
  for (const table of ['view_raise', 'view_answer'] as const) {
    await db
      .deleteFrom(table)
      .where('conversation_id', '=', talk.id)
      .where('side', '=', side)
      .where('expectation_id', '=', expectation)
      .execute();
  }
}
