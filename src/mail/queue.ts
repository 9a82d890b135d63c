/** The mails that wait, in the order in which they are due. The row is the whole record: see the table `mail`. */
import { sql } from 'kysely';
import type { Executor } from '../db/schema.ts';
import { nextTry } from './pauses.ts';

/** How long one process has a mail for itself, in milliseconds. Longer than any attempt takes. */
const CLAIM = 10 * 60_000;

/** How long the rows of mails that were sent or given up are kept, in milliseconds. */
const KEPT = 30 * 86_400_000;

/** How long what a mail says is kept after it was given up, so that it can be tried again, in milliseconds. */
const TEXT_KEPT = 7 * 86_400_000;

/** A mail that this process alone may send now. */
export interface ClaimedMail {
  id: string;
  address: string;
  kind: string;
  subject: string;
  body: string;
  /** An entry for a calendar that goes with it, as RFC 5545 writes it. */
  calendar: string | null;
  /** How often it was tried, this time included. */
  tries: number;
  created: Date;
}

/**
 * Takes the mail that is due longest. Two processes never take the same one: the row is passed over while another locks
 * it, and is due again only once the claim has run out.
 *
 * @param db as the role of background work
 */
export async function claimMail(db: Executor, now: Date): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<ClaimedMail>`
    update mail
    set tries = tries + 1, next_try_at = ${new Date(now.getTime() + CLAIM)}
    where id = (
      select id
      from mail
      where sent_at is null and given_up_at is null and next_try_at <= ${now}
      order by next_try_at, id
      limit 1
      for update skip locked
    )
    returning id, address, kind, coalesce(subject, '') as subject, coalesce(body, '') as body, calendar, tries,
      created_at as created
  `.execute(db);
  return rows[0];
}

/** What it said goes at once: nobody needs it here any more. */
export async function markSent(db: Executor, { id }: ClaimedMail, now: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set({ sent_at: now, failure: null, subject: null, body: null, calendar: null })
    .where('id', '=', id)
    .execute();
}

/** Keeps why it failed, and when to try again; after days of it the mail is given up until somebody tries it again. */
export async function markFailed(
  db: Executor,
  { id, tries, created }: ClaimedMail,
  failure: string,
  now: Date,
): Promise<void> {
  const next = nextTry({ tries, created, now });
  await db
    .updateTable('mail')
    .set(next === undefined ? { failure, given_up_at: now } : { failure, next_try_at: next })
    .where('id', '=', id)
    .execute();
}

/** Removes what nobody will look for any more. */
export async function forgetOldMail(db: Executor, now: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set({ subject: null, body: null, calendar: null })
    .where('given_up_at', '<', new Date(now.getTime() - TEXT_KEPT))
    .where('body', 'is not', null)
    .execute();
  const until = new Date(now.getTime() - KEPT);
  await db
    .deleteFrom('mail')
    .where((mail) => mail.or([mail('sent_at', '<', until), mail('given_up_at', '<', until)]))
    .execute();
}
