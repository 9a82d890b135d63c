/**
 * What mails tell of a conversation: that something happened, and where to read it. They never carry what anybody wrote,
 * so that no inbox knows more than the database lets its owner see.
 */
import type { Executor } from '../../db/schema.ts';
import { handOverMail, type NewMail } from '../../mail/hand-over.ts';
import type { By } from './acts.ts';
import { talkAddress } from './addresses.ts';
import { type Attendee, calendarEntry } from './calendar.ts';
import type { Talk, TalkDate } from './talk.ts';

/** Somebody who is told. */
interface Reader extends Attendee {
  id: string;
  timeZone: string;
}

export interface Told {
  /** For whoever looks after the installation, e.g. `conversation revealed`. */
  kind: string;
  subject: string;
  /** Our words, one paragraph each. */
  body: (reader: { id: string; timeZone: string }) => readonly string[];
  /** The version of the calendar entry that goes with it. */
  date?: TalkDate;
  /** What of the conversation it leads to. */
  part?: string;
}

/**
 * Tells both sides, or some of them, in the transaction of what happened. Whoever has no address finds it on their page.
 *
 * @param to ids; both sides where it is left out
 */
export async function tell(
  db: Executor,
  { now, baseUrl }: By,
  talk: Talk,
  told: Told,
  to?: readonly string[],
): Promise<void> {
  const { kind, subject, body, date, part } = told;
  const people = await findReaders(db, talk);
  const organiser = people.find(({ id }) => id === talk.startedBy) ?? { name: talk.person.name };
  for (const reader of people) {
    if (reader.email === undefined || (to !== undefined && !to.includes(reader.id))) continue;
    const mail: NewMail = {
      person: reader.id,
      address: reader.email,
      kind,
      subject,
      body: inParagraphs([...body(reader), baseUrl + talkAddress(talk.id, part)]),
      now,
    };
    const entry = date && calendarEntry({ talk: talk.id, date, now, baseUrl, organiser, attendees: people });
    await handOverMail(db, entry === undefined ? mail : { ...mail, calendar: entry });
  }
}

export async function findReaders(db: Executor, { person, manager }: Talk): Promise<Reader[]> {
  const ids = [person.id, manager.id].flatMap((id) => id ?? []);
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'time_zone'])
    .where('id', 'in', ids)
    .where('left_on', 'is', null)
    .execute();
  // The person first, as everywhere.
  return rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ id, name, email, time_zone }) => ({
      id,
      name,
      timeZone: time_zone ?? 'UTC',
      ...(email === null ? {} : { email }),
    }));
}

function inParagraphs(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
