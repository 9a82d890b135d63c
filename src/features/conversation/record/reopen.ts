import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import {
  otherSide,
  refuseAnswerReopening,
  refuseAskReopening,
  type Side,
} from '../../../domain/conversation.ts';
import { type By, recordTalk, touch } from '../acts.ts';
import { tell } from '../mails.ts';
import { participant, type Talk } from '../talk.ts';
import { requireAllowed } from '../visits.ts';

/** Asks to open an agreed record again, with a reason. @param talk locked */
export async function askReopening(
  db: Executor,
  by: By,
  talk: Talk,
  side: Side,
  reason: string,
): Promise<void> {
  requireAllowed(refuseAskReopening(talk.state));
  await db
    .insertInto('reopening')
    .values({
      conversation_id: talk.id,
      edition: talk.state.edition,
      asked_side: side,
      asked_by: by.person,
      reason,
      asked_at: by.now,
      answered_at: null,
      agreed: null,
    })
    .execute();
  await recordTalk(db, by, talk, 'reopening-asked');
  await touch(db, talk.id, by.now);
  const other = participant(talk, otherSide(side)).id;
  const told = {
    kind: 'conversation reopening',
    subject: `${by.name} asks to reopen the record of your conversation`,
    body: () => ['Nothing changes unless you say yes. What you both signed is kept either way:'],
    part: 'record',
  };
  if (other !== undefined) await tell(db, by, talk, told, [other]);
}

/**
 * Says yes or no. A yes begins another edition with what was agreed; the one before stays for good.
 *
 * @param talk locked
 */
export async function answerReopening(
  db: Executor,
  by: By,
  talk: Talk,
  side: Side,
  agreed: boolean,
): Promise<void> {
  requireAllowed(refuseAnswerReopening(talk.state, side));
  await db
    .updateTable('reopening')
    .set({ answered_at: by.now, agreed })
    .where('conversation_id', '=', talk.id)
    .where('answered_at', 'is', null)
    .execute();
  if (agreed) await copyRows(db, by, talk);
  await recordTalk(db, by, talk, agreed ? 'reopened' : 'reopening-declined');
  await touch(db, talk.id, by.now);
  const asked = participant(talk, otherSide(side)).id;
  const told = {
    kind: 'conversation reopening answered',
    subject: `${by.name} ${agreed ? 'agrees' : 'does not agree'} to reopen the record`,
    body: () => [
      agreed
        ? 'You can both write on. What you signed before stays as it is, and stands until you both sign again:'
        : 'The record stays as you both signed it:',
    ],
    part: agreed ? 'talk' : 'record',
  };
  if (asked !== undefined) await tell(db, by, talk, told, [asked]);
}

async function copyRows(db: Executor, { person, now }: By, { id, state }: Talk): Promise<void> {
  await sql`
    insert into agreed_row (
      conversation_id, edition, expectation_id, person_id, outcome, sentence, person_reason, manager_reason, version,
      changed_by, changed_at
    )
    select
      conversation_id, edition + 1, expectation_id, person_id, outcome, sentence, person_reason, manager_reason, 1,
      ${person}, ${now}
    from agreed_row
    where conversation_id = ${id} and edition = ${state.edition}
  `.execute(db);
}
