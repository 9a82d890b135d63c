import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import {
  otherSide,
  refuseSubmit,
  refuseTakeBack,
  revealsWith,
  type Side,
} from '../../../domain/conversation.ts';
import { shareSeveral } from '../../evidence/index.ts';
import { type By, recordTalk, touch } from '../acts.ts';
import { tell } from '../mails.ts';
import { HELPED } from '../queries/find-material.ts';
import { participant, type Talk } from '../talk.ts';
import { requireAllowed } from '../visits.ts';

export interface Submission {
  /** Ids of private pieces of evidence that the person shares with it. Whatever stays private is left out. */
  share: readonly string[];
  /** Ids of the expectations whose evidence the views may lean on. */
  expectations: readonly string[];
}

/**
 * Submits a side's view. The second submission reveals both, in the same transaction: there is no moment in which one
 * view is revealed and the other is not.
 *
 * @param talk locked
 * @returns whether both views are revealed now
 */
export async function submitView(
  db: Executor,
  by: By,
  talk: Talk,
  side: Side,
  submission: Submission,
): Promise<boolean> {
  requireAllowed(refuseSubmit(talk.state, side));
  if (side === 'person') await keepEvidence(db, by, talk, submission);
  await db
    .insertInto('view_submission')
    .values({ conversation_id: talk.id, side, submitted_at: by.now, taken_back_at: null })
    .execute();
  await recordTalk(db, by, talk, 'submitted');
  await touch(db, talk.id, by.now);
  const reveals = revealsWith(talk.state, side);
  if (reveals) await revealViews(db, by, talk);
  else await tellOther(db, by, talk, side);
  return reveals;
}

/** Takes a submitted view back, to change it. What was shared with it stays shared. @param talk locked */
export async function takeBackView(db: Executor, by: By, talk: Talk, side: Side): Promise<void> {
  requireAllowed(refuseTakeBack(talk.state, side));
  await db
    .updateTable('view_submission')
    .set({ taken_back_at: by.now })
    .where('conversation_id', '=', talk.id)
    .where('side', '=', side)
    .where('taken_back_at', 'is', null)
    .execute();
  if (side === 'person') {
    await db.deleteFrom('conversation_evidence').where('conversation_id', '=', talk.id).execute();
  }
  await recordTalk(db, by, talk, 'taken-back');
  await touch(db, talk.id, by.now);
}

async function revealViews(db: Executor, by: By, talk: Talk): Promise<void> {
  await db.insertInto('reveal').values({ conversation_id: talk.id, revealed_at: by.now }).execute();
  await recordTalk(db, by, talk, 'revealed');
  await tell(db, by, talk, {
    kind: 'conversation revealed',
    subject: `Both views are in: ${talk.person.name} and ${talk.manager.name}`,
    body: () => ['Both of you have submitted, so both views are revealed. Read them side by side:'],
    part: 'talk',
  });
}

async function tellOther(db: Executor, by: By, talk: Talk, side: Side): Promise<void> {
  const other = participant(talk, otherSide(side)).id;
  const told = {
    kind: 'conversation submitted',
    subject: `${by.name} has submitted for your conversation`,
    body: () => ['Yours is not in yet. Once it is, both views are revealed, by themselves:'],
  };
  if (other !== undefined) await tell(db, by, talk, told, [other]);
}

/** The evidence that the talk may lean on, as it is now: what is shared, and what is shared with this submission. */
async function keepEvidence(
  db: Executor,
  by: By,
  talk: Talk,
  { share, expectations }: Submission,
): Promise<void> {
  await shareSeveral(db, by, share);
  await sql`
    insert into conversation_evidence (
      conversation_id, evidence_id, expectation_id, point_id, person_id, text, happened_on, helped
    )
    select
      ${talk.id}, evidence.id, tie.expectation_id, tie.point_id, evidence.person_id, evidence.text, evidence.happened_on,
      ${HELPED}
    from evidence_tie tie
    join evidence on evidence.id = tie.evidence_id
    where evidence.person_id = ${by.person}
      -- Once more, so that nobody else's ties are read and refused.
      and tie.person_id = ${by.person}
      and evidence.shared_at is not null
      and tie.framework_id = ${talk.framework}
      and tie.expectation_id = any(${[...expectations]})
  `.execute(db);
}
