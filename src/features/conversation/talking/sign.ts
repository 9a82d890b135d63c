import type { Executor } from '../../../db/schema.ts';
import { recordText } from '../../../domain/agreed-record.ts';
import { otherSide, refuseSign, refuseWithdrawSignature, type Side } from '../../../domain/conversation.ts';
import type { PublishedEdition } from '../../../domain/published.ts';
import { digest } from '../../../formats/index.ts';
import { type By, recordTalk, touch } from '../acts.ts';
import { tell } from '../mails.ts';
import { findAgreed } from '../queries/find-agreed.ts';
import { findLastReopening } from '../queries/find-records.ts';
import { findViews } from '../queries/find-views.ts';
import { buildRecord } from '../record/build-record.ts';
import { lineManagerOf, participant, type Talk } from '../talk.ts';
import { requireAllowed } from '../visits.ts';
import { keepPromises, promisedIn } from './opportunities.ts';
import { talkedAbout } from './talked-about.ts';

/**
 * Signs the record. The second signature agrees it: what the manager promised becomes actions, and all of it is frozen,
 * in the same transaction.
 *
 * @param talk locked
 * @returns whether it is agreed now
 */
export async function signRecord(
  db: Executor,
  by: By,
  talk: Talk,
  side: Side,
  wording: PublishedEdition,
): Promise<boolean> {
  const views = await findViews(db, talk.id);
  const rows = talkedAbout(talk, wording, views, await findAgreed(db, talk));
  requireAllowed(
    refuseSign(
      talk.state,
      side,
      rows.map(({ agreed }) => agreed),
    ),
  );
  const second = talk.state.signed[otherSide(side)] !== undefined;
  if (second) await keepPromises(db, by, talk, promisedIn(talk, rows));
  await insertSignature(db, by, talk, side);
  await recordTalk(db, by, talk, 'signed');
  if (second) await freeze(db, by, talk, wording, views);
  await touch(db, talk.id, by.now);
  await tellOfSignature(db, by, talk, side, second);
  return second;
}

/** Takes a signature back while the other is missing, so that the record can be written on. @param talk locked */
export async function withdrawSignature(db: Executor, by: By, talk: Talk, side: Side): Promise<void> {
  requireAllowed(refuseWithdrawSignature(talk.state, side));
  await db
    .deleteFrom('signature')
    .where('conversation_id', '=', talk.id)
    .where('edition', '=', talk.state.edition)
    .where('side', '=', side)
    .execute();
  await recordTalk(db, by, talk, 'signature-withdrawn');
  await touch(db, talk.id, by.now);
}

async function insertSignature(db: Executor, by: By, talk: Talk, side: Side): Promise<void> {
  const holder = side === 'person' ? talk.person : lineManagerOf(talk);
  await db
    .insertInto('signature')
    .values({
      conversation_id: talk.id,
      edition: talk.state.edition,
      side,
      person_id: by.person,
      in_place_of: holder.id === by.person ? null : (holder.id ?? null),
      signed_at: by.now,
    })
    .execute();
}

async function freeze(
  db: Executor,
  by: By,
  talk: Talk,
  wording: PublishedEdition,
  views: Awaited<ReturnType<typeof findViews>>,
): Promise<void> {
  const agreed = await findAgreed(db, talk);
  const reopened = talk.state.edition > 1 ? await findLastReopening(db, talk.id) : undefined;
  const rows = talkedAbout(talk, wording, views, agreed);
  const agreedAt = by.now.toISOString();
  const document = recordText(buildRecord({ talk, wording, rows, agreed, agreedAt, reopened }));
  const signer = agreed.signatures.find(({ side }) => side === 'manager')?.by.id;
  await db
    .insertInto('agreed_record')
    .values({
      conversation_id: talk.id,
      edition: talk.state.edition,
      person_id: talk.person.id ?? '',
      manager_id: signer ?? null,
      document,
      digest: digest(document),
      agreed_at: by.now,
    })
    .execute();
  await recordTalk(db, by, talk, 'agreed');
}

async function tellOfSignature(db: Executor, by: By, talk: Talk, side: Side, agreed: boolean): Promise<void> {
  if (agreed) {
    await tell(db, by, talk, {
      kind: 'conversation agreed',
      subject: `Agreed: conversation of ${talk.person.name} and ${talk.manager.name}`,
      body: () => ['Both of you have signed. The record is kept for good:'],
      part: 'record',
    });
    return;
  }
  const other = participant(talk, otherSide(side)).id;
  const told = {
    kind: 'conversation signed',
    subject: `${by.name} has signed the record of your conversation`,
    body: () => ['Look through it, and sign it as well if you agree:'],
    part: 'check',
  };
  if (other !== undefined) await tell(db, by, talk, told, [other]);
}
