import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import type { Preference } from '../../../domain/reminders.ts';
import type { By } from '../visits.ts';

/** Keeps how the viewer wants to be reminded. */
export async function savePreference(
  db: Executor,
  { person, now }: By,
  preference: Preference,
): Promise<void> {
  const chosen = {
    monday_mail: preference.mondayMail,
    reminder_mail: preference.reminderMail,
    quiet_from: preference.quietFrom,
    quiet_until: preference.quietUntil,
    changed_at: now,
  };
  await db
    .insertInto('preference')
    .values({ person_id: person, ...chosen })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(chosen))
    .execute();
  await recordEvent(db, {
    at: now,
    actor: person,
    verb: 'reminders.chosen',
    subject: `person:${person}`,
    kind: 'record',
    about: person,
  });
}

/** Sets how talks are to follow one another, for everybody. @param months null for no rhythm */
export async function setRhythm(db: Executor, { person, now }: By, months: number | null): Promise<void> {
  const value = months === null ? '' : String(months);
  await db
    .insertInto('setting')
    .values({ key: 'talk-rhythm', value, changed_at: now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, changed_at: now }))
    .execute();
  await recordEvent(db, {
    at: now,
    actor: person,
    verb: 'setting.changed',
    subject: 'setting:talk-rhythm',
    kind: 'settings',
  });
}
