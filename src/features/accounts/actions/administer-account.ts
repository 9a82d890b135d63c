/** What administrators do about somebody's account. None of it lets them in. */
import { sql } from 'kysely';
import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { handOverMail } from '../../../mail/index.ts';
import { secondFactorRemovedMail } from '../mails.ts';

interface Request {
  person: { id: string; name: string; email: string };
  by: { person: string; name: string };
  now: Date;
}

/** Ends everything that somebody has open, their programs' tokens included. @param db an administrator's transaction */
export async function endEverything(db: Executor, { person, by, now }: Request): Promise<void> {
  await sql`select end_sign_in(${person.id})`.execute(db);
  await recordEvent(db, { ...aboutPerson(person.id, by.person, now), verb: 'session.ended' });
}

/** Takes somebody's second factor away, for a reason that they are told. @param db an administrator's transaction */
export async function removeSecondFactor(db: Executor, request: Request & { reason: string }): Promise<void> {
  const { person, by, reason, now } = request;
  const id = newId();
  await sql`select remove_second_factor(${person.id})`.execute(db);
  await db
    .insertInto('second_factor_removal')
    .values({ id, person_id: person.id, administrator_id: by.person, reason, removed_at: now })
    .execute();
  await recordEvent(db, {
    ...aboutPerson(person.id, by.person, now),
    verb: 'second-factor.removed',
    subject: `second-factor-removal:${id}`,
  });
  const mail = secondFactorRemovedMail({ name: person.name, by: by.name, reason });
  await handOverMail(db, { ...mail, person: person.id, address: person.email, now });
}

function aboutPerson(person: string, actor: string, at: Date) {
  return { at, actor, subject: `person:${person}`, kind: 'settings', about: person } as const;
}
