import { newId } from '../db/ids.ts';
import type { Executor } from '../db/schema.ts';
import { wakeSenders } from './wake.ts';

/** A mail to one person, as plain text. */
export interface NewMail {
  /** Id of the person; absent for an address that is nobody's yet. */
  person?: string;
  address: string;
  /** What it is about, for whoever looks after the installation, e.g. `invitation`. Never text about a person. */
  kind: string;
  subject: string;
  /** Plain text; addresses stand on lines of their own. */
  body: string;
  /** An entry for a calendar, which goes with it. `REQUEST`: new or moved, `CANCEL`: no longer. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
  now: Date;
}

/**
 * Hands a mail over to be sent. Give it the transaction of what the mail tells: then it is sent if that happened, and
 * only then.
 */
export async function handOverMail(db: Executor, mail: NewMail): Promise<void> {
  const { person = null, address, kind, subject, body, calendar, now } = mail;
  await db
    .insertInto('mail')
    .values({
      id: newId(),
      person_id: person,
      address,
      kind,
      subject,
      body,
      // The entry itself says by which method it goes.
      calendar: calendar?.content ?? null,
      created_at: now,
      next_try_at: now,
      failure: null,
      sent_at: null,
      given_up_at: null,
    })
    .execute();
  wakeSenders();
}
