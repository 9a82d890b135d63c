/** How people are reminded, and the rhythm of talks for everybody. */
import type { Schema } from '../../../db/schema.ts';
import { RHYTHMS } from '../../../domain/cadence.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Doors, Sent } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { REMINDERS, RHYTHM } from '../views/addresses.ts';
import { afterwards, doneWord } from '../views/done.ts';
import { byViewer, OWN } from '../visits.ts';
import { savePreference, setRhythm } from './actions.ts';
import { findPreference, findRhythm } from './queries.ts';
import { remindersPage } from './reminders-page.tsx';
import { rhythmCheckPage, rhythmPage } from './rhythm-page.tsx';

const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;

export function mountCadence(doors: Doors<Schema>): void {
  doors.get(REMINDERS, OWN, async ({ db, viewer, token, c }) => {
    const preference = await findPreference(db, viewer.person);
    return {
      page: remindersPage({ preference, viewer, token, errors: [], done: doneWord(c.req.query('done')) }),
    };
  });
  doors.post(REMINDERS, OWN, saveReminders);
  doors.get(RHYTHM, ADMINISTRATORS, async ({ db, token, c }) => {
    const months = String((await findRhythm(db)) ?? '');
    return { page: rhythmPage({ months, token, errors: [], done: doneWord(c.req.query('done')) }) };
  });
  doors.post(RHYTHM, ADMINISTRATORS, saveRhythm);
}

async function saveReminders(sent: Sent<Schema>): Promise<Answer> {
  const { db, viewer, token, form } = sent;
  const preference = {
    mondayMail: form.text('monday-mail') === 'yes',
    reminderMail: form.text('reminder-mail') === 'yes',
    quietFrom: hourOf(form.text('quiet-from')),
    quietUntil: hourOf(form.text('quiet-until')),
  };
  const errors: FieldError[] = (['quiet-from', 'quiet-until'] as const)
    .filter((field) => Number.isNaN(hourOf(form.text(field))))
    .map((field) => ({ field, message: 'Choose an hour' }));
  if (errors.length > 0) {
    const { timeZone } = await findPreference(db, viewer.person);
    return {
      page: remindersPage({
        preference: { ...preference, timeZone },
        viewer,
        token,
        errors,
        done: undefined,
      }),
      status: 422,
    };
  }
  await savePreference(db, byViewer(sent), preference);
  return { redirect: afterwards(REMINDERS, 'saved') };
}

/** From 0 to 23; NaN for anything else. */
function hourOf(text: string): number {
  return /^(1?\d|2[0-3])$/.test(text) ? Number(text) : Number.NaN;
}

async function saveRhythm(sent: Sent<Schema>): Promise<Answer> {
  const { db, token, form } = sent;
  const typed = form.text('months');
  const months = RHYTHMS.find((one) => String(one) === typed) ?? null;
  if (months === null && typed !== '') {
    const errors = [{ field: 'months', message: 'Choose a rhythm of the list' }];
    return { page: rhythmPage({ months: typed, token, errors, done: undefined }), status: 422 };
  }
  if (form.text('checked') !== 'yes') return { page: rhythmCheckPage({ months, token }) };
  await setRhythm(db, byViewer(sent), months);
  return { redirect: afterwards(RHYTHM, 'saved') };
}
