/** What people do for themselves. Row-level security lets them do it for nobody else. */
import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { DeputySpan } from '../../../domain/deputies.ts';
import type { PersonDetails } from '../../../domain/person.ts';

/** Whoever does it, and when. */
export interface Self {
  person: string;
  now: Date;
}

export type Profile = Pick<PersonDetails, 'pronouns' | 'site' | 'timeZone'>;

export async function changeProfile(db: Executor, { person, now }: Self, profile: Profile): Promise<void> {
  const { pronouns, site, timeZone } = profile;
  await db
    .updateTable('person')
    .set({ pronouns, site, time_zone: timeZone })
    .where('id', '=', person)
    .execute();
  await recordOwn(db, { person, now }, 'profile.changed', `person:${person}`);
}

export async function nameDeputy(db: Executor, { person, now }: Self, span: DeputySpan): Promise<void> {
  const id = newId();
  await db
    .insertInto('deputy')
    .values({
      id,
      manager_id: person,
      deputy_id: span.deputy,
      first_day: span.firstDay,
      last_day: span.lastDay,
      named_at: now,
      ended_at: null,
    })
    .execute();
  await recordOwn(db, { person, now }, 'deputy.named', `deputy:${id}`);
}

/** @returns whether there was such a span to end */
export async function endDeputy(db: Executor, { person, now }: Self, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deputy')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('manager_id', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await recordOwn(db, { person, now }, 'deputy.ended', `deputy:${id}`);
  return true;
}

export async function chooseFramework(db: Executor, { person, now }: Self, framework: string): Promise<void> {
  await db
    .insertInto('framework_chosen')
    .values({ person_id: person, framework_id: framework, chosen_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await recordOwn(db, { person, now }, 'framework.chosen', framework);
}

export async function leaveFramework(db: Executor, { person, now }: Self, framework: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('framework_chosen')
    .where('person_id', '=', person)
    .where('framework_id', '=', framework)
    .executeTakeFirst();
  // What was never chosen is no id of a framework, perhaps, and an event holds nothing else.
  if (numDeletedRows > 0n) await recordOwn(db, { person, now }, 'framework.left', framework);
}

async function recordOwn(db: Executor, { person, now }: Self, verb: string, subject: string): Promise<void> {
  await recordEvent(db, { at: now, actor: person, verb, subject, kind: 'record', about: person });
}
