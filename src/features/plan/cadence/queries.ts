/** SQL of reminders and of the rhythm of talks. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import { DEFAULT_PREFERENCE, type Matter, type Preference } from '../../../domain/reminders.ts';

/** How the viewer wants to be reminded, and the time zone by which their hours go. */
export async function findPreference(
  db: Executor,
  person: string,
): Promise<Preference & { timeZone: string | null }> {
  const { rows } = await sql<Preference & { timeZone: string | null; chosen: boolean }>`
    select
      person.time_zone as "timeZone",
      preference.monday_mail as "mondayMail",
      preference.reminder_mail as "reminderMail",
      preference.quiet_from as "quietFrom",
      preference.quiet_until as "quietUntil",
      preference.person_id is not null as chosen
    from person
    left join preference on preference.person_id = person.id
    where person.id = ${person}
  `.execute(db);
  const [row] = rows;
  if (row === undefined) return { ...DEFAULT_PREFERENCE, timeZone: null };
  const { chosen, timeZone, ...preference } = row;
  return { ...(chosen ? preference : DEFAULT_PREFERENCE), timeZone };
}

/** The rhythm of talks in months; null where there is none. */
export async function findRhythm(db: Executor): Promise<number | null> {
  const { rows } = await sql<{ months: number | null }>`select talk_rhythm() as months`.execute(db);
  return rows[0]?.months ?? null;
}

/** What people may be reminded of. @param db as the role of background work, which reads nothing else about people */
export async function mattersToConsider(db: Executor, now: Date): Promise<Matter[]> {
  const { rows } = await sql<Matter>`
    select
      person_id as person,
      address,
      time_zone as "timeZone",
      monday_mail as "mondayMail",
      reminder_mail as "reminderMail",
      quiet_from as "quietFrom",
      quiet_until as "quietUntil",
      kind,
      subject_id as subject,
      due_on as "dueOn",
      sent_at as "sentAt",
      last_monday_at as "lastMondayAt",
      last_mail_at as "lastMailAt"
    from reminders_to_consider(${now})
  `.execute(db);
  return rows;
}
