import type { Executor } from '../../../db/schema.ts';
import { refuseAnswer, type Side } from '../../../domain/conversation.ts';
import { mergeChange } from '../../../domain/merge.ts';
import { isStance } from '../../../domain/stance.ts';
import type { By } from '../acts.ts';
import type { Talk } from '../talk.ts';
import { requireAllowed } from '../visits.ts';

/** An answer as a page or script sends it. */
export interface AnswerText {
  /** A stance; empty where it is left open. */
  stance: string;
  note: string;
}

/** A change of an answer: what stood there for whoever wrote, and what they made of it. */
export interface AnswerChange {
  expectation: string;
  /** Empty: the whole of the expectation. */
  point: string;
  was: AnswerText;
  mine: AnswerText;
  /** Of what stood there for whoever wrote; 0 where nothing did. */
  version: number;
}

export interface KeptAnswer extends AnswerText {
  version: number;
}

/** What was saved; or what another tab saved meanwhile, where the two cannot both stand. */
export type Saved = { saved: KeptAnswer } | { conflict: KeptAnswer };

/** Another tab may come between reading and writing this often before it counts as an error. */
const TRIES = 3;

/**
 * Saves an answer. Of two tabs neither overwrites the other unseen: what only one of them changed is taken from each,
 * and sending the same twice changes nothing. Leaves no event and moves nothing that the other side sees.
 */
export async function saveAnswer(
  db: Executor,
  by: Pick<By, 'person' | 'now'>,
  talk: Talk,
  side: Side,
  change: AnswerChange,
): Promise<Saved> {
  requireAllowed(refuseAnswer(talk.state, side));
  for (let tried = 0; tried < TRIES; tried += 1) {
    const now = await findAnswer(db, talk.id, side, change);
    const { mine, was, version } = change;
    const { merged, conflicts } = mergeChange(version === now.version ? textOf(now) : was, mine, textOf(now));
    if (conflicts.length > 0) return { conflict: now };
    if (merged.stance === now.stance && merged.note === now.note) return { saved: now };
    const written = now.version === 0 ? insertAnswer : updateAnswer;
    if (await written(db, by, talk, side, change, merged, now.version)) {
      return { saved: { ...merged, version: now.version + 1 } };
    }
  }
  throw new Error('an answer changed again and again while it was saved');
}

function textOf({ stance, note }: AnswerText): AnswerText {
  return { stance, note };
}

async function findAnswer(
  db: Executor,
  talk: string,
  side: Side,
  { expectation, point }: AnswerChange,
): Promise<KeptAnswer> {
  const found = await db
    .selectFrom('view_answer')
    .select(['stance', 'note', 'version'])
    .where('conversation_id', '=', talk)
    .where('side', '=', side)
    .where('expectation_id', '=', expectation)
    .where('point_id', '=', point)
    .executeTakeFirst();
  return found === undefined
    ? { stance: '', note: '', version: 0 }
    : { ...found, stance: found.stance ?? '' };
}

async function insertAnswer(
  db: Executor,
  { person, now }: Pick<By, 'person' | 'now'>,
  talk: Talk,
  side: Side,
  { expectation, point }: AnswerChange,
  { stance, note }: AnswerText,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('view_answer')
    .values({
      conversation_id: talk.id,
      side,
      expectation_id: expectation,
      point_id: point,
      person_id: talk.person.id ?? '',
      author_id: person,
      stance: isStance(stance) ? stance : null,
      note,
      version: 1,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function updateAnswer(
  db: Executor,
  { now }: Pick<By, 'person' | 'now'>,
  talk: Talk,
  side: Side,
  { expectation, point }: AnswerChange,
  { stance, note }: AnswerText,
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('view_answer')
    .set({ stance: isStance(stance) ? stance : null, note, version: version + 1, changed_at: now })
    .where('conversation_id', '=', talk.id)
    .where('side', '=', side)
    .where('expectation_id', '=', expectation)
    .where('point_id', '=', point)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
