import type { Executor } from '../../../db/schema.ts';
import { refuseDate } from '../../../domain/conversation.ts';
import { type By, recordTalk, touch } from '../acts.ts';
import { tell } from '../mails.ts';
import { momentInWords } from '../moments.ts';
import type { Talk, TalkDate } from '../talk.ts';
import { requireAllowed } from '../visits.ts';

export interface NewDate {
  startsAt: Date;
  minutes: number;
  place?: string;
}

/** Sets or moves when the talk is: both are told, and their calendars with them. */
export async function setDate(db: Executor, by: By, talk: Talk, wanted: NewDate): Promise<void> {
  requireAllowed(refuseDate(talk.state));
  const date = await insertDate(db, by, talk, { ...wanted, cancelled: false });
  const moved = talk.date !== undefined && !talk.date.cancelled;
  await recordTalk(db, by, talk, moved ? 'moved' : 'dated');
  await touch(db, talk.id, by.now);
  await tell(db, by, talk, {
    kind: moved ? 'conversation moved' : 'conversation date',
    subject: `${moved ? 'Moved' : 'A date'}: conversation of ${talk.person.name} and ${talk.manager.name}`,
    body: ({ timeZone }) => [`${moved ? 'It is now' : 'It is'} on ${whenInWords(date, timeZone)}.`],
    date,
  });
}

/** Takes the date back. The conversation goes on without one. */
export async function cancelDate(db: Executor, by: By, talk: Talk): Promise<void> {
  requireAllowed(refuseDate(talk.state));
  const { date } = talk;
  if (date === undefined || date.cancelled) return;
  const cancelled = await withdrawn(db, by, talk, date);
  await recordTalk(db, by, talk, 'date-cancelled');
  await touch(db, talk.id, by.now);
  await tell(db, by, talk, {
    kind: 'conversation date cancelled',
    subject: `Cancelled: conversation of ${talk.person.name} and ${talk.manager.name}`,
    body: ({ timeZone }) => [
      `There is no talk on ${whenInWords(date, timeZone)}.`,
      'What either of you prepared stays as it is. Agree on another date whenever you like.',
    ],
    date: cancelled,
  });
}

/** The date of a conversation that ends: in no calendar any more. */
export async function dateOfEnd(db: Executor, by: By, talk: Talk): Promise<TalkDate | undefined> {
  const { date } = talk;
  if (date === undefined || date.cancelled || date.startsAt <= by.now.toISOString()) return undefined;
  return withdrawn(db, by, talk, date);
}

/** "Thursday 3 December 2026, 14:00 (Europe/London), for 45 minutes" */
export function whenInWords({ startsAt, minutes }: TalkDate, timeZone: string): string {
  return `${momentInWords(startsAt, timeZone)} (${timeZone}), for ${minutes} minutes`;
}

function withdrawn(db: Executor, by: By, talk: Talk, date: TalkDate): Promise<TalkDate> {
  const { startsAt, minutes, place } = date;
  const same = { startsAt: new Date(startsAt), minutes, ...(place === undefined ? {} : { place }) };
  return insertDate(db, by, talk, { ...same, cancelled: true });
}

export async function insertDate(
  db: Executor,
  { person, now }: By,
  talk: Pick<Talk, 'id' | 'date'>,
  { startsAt, minutes, place, cancelled }: NewDate & { cancelled: boolean },
): Promise<TalkDate> {
  const sequence = talk.date === undefined ? 0 : talk.date.sequence + 1;
  await db
    .insertInto('conversation_date')
    .values({
      conversation_id: talk.id,
      sequence,
      starts_at: startsAt,
      minutes,
      place: place ?? null,
      cancelled,
      set_by: person,
      set_at: now,
    })
    .execute();
  const date = { sequence, startsAt: startsAt.toISOString(), minutes, cancelled };
  return place === undefined ? date : { ...date, place };
}
