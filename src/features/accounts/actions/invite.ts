/** Inviting people of the directory, and their answer. */
import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { handOverMail } from '../../../mail/index.ts';
import { invitationMail } from '../mails.ts';
import { digestOf, newToken } from '../one-time-links.ts';
import { findAccountOf } from '../queries.ts';
import { openAccount } from './open-account.ts';

/** How long an invitation is open, in days. */
export const DAYS_OF_INVITATIONS = 14;

export interface Invited {
  id: string;
  name: string;
  email: string;
}

/**
 * Invites somebody. An earlier invitation of theirs ends with it.
 *
 * @param db the transaction of an administrator
 */
export async function invite(
  db: Executor,
  request: { person: Invited; by: { person: string; name: string }; baseUrl: string; now: Date },
): Promise<void> {
  const { person, by, baseUrl, now } = request;
  const { token, digest } = newToken();
  const id = newId();
  await db
    .insertInto('invitation')
    .values({
      id,
      person_id: person.id,
      email: person.email,
      digest,
      created_at: now,
      expires_at: new Date(now.getTime() + DAYS_OF_INVITATIONS * 86_400_000),
      accepted_at: null,
    })
    .execute();
  const link = `${baseUrl}/invitation/${token}`;
  const mail = invitationMail({ name: person.name, by: by.name, link, days: DAYS_OF_INVITATIONS });
  await handOverMail(db, { ...mail, person: person.id, address: person.email, now });
  await recordEvent(db, {
    at: now,
    actor: by.person,
    verb: 'person.invited',
    subject: `invitation:${id}`,
    kind: 'settings',
    about: person.id,
  });
}

export interface Invitation {
  id: string;
  person: string;
  name: string;
  email: string;
}

/**
 * What a link is for, while it works: it is the newest of its person, whose address is still the same, who has not left
 * and has no account.
 */
export function findInvitation(db: Executor, token: string, now: Date): Promise<Invitation | undefined> {
  return db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.person_id')
    .select(['invitation.id', 'person.id as person', 'person.name', 'invitation.email'])
    .where('invitation.digest', '=', digestOf(token))
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .where('person.left_on', 'is', null)
    .whereRef('person.email', '=', 'invitation.email')
    .where((row) =>
      row.not(
        row.exists(
          row.selectFrom('account').whereRef('account.person_id', '=', 'person.id').select('account.id'),
        ),
      ),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('invitation as newer')
            .whereRef('newer.person_id', '=', 'person.id')
            .whereRef('newer.id', '>', 'invitation.id')
            .select('newer.id'),
        ),
      ),
    )
    .executeTakeFirst();
}

/**
 * Opens the account of somebody who was invited.
 *
 * @returns the account; undefined where the invitation was used meanwhile
 */
export function acceptInvitation(
  db: Executor,
  invitation: Invitation,
  { passwordHash, now }: { passwordHash?: string; now: Date },
): Promise<string | undefined> {
  const { id, person, name, email } = invitation;
  return inTransaction(db, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('invitation')
      .set({ accepted_at: now })
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n || (await findAccountOf(transaction, person)) !== undefined) return undefined;
    const hash = passwordHash === undefined ? {} : { passwordHash };
    const account = await openAccount(transaction, { person, name, email, ...hash, now });
    await recordEvent(transaction, {
      at: now,
      actor: person,
      verb: 'person.joined',
      subject: `person:${person}`,
      kind: 'settings',
      about: person,
    });
    return account;
  });
}
