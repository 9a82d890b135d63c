/** Background work: tells people of conversations that ended by themselves, and of what became of what they wrote. */
import { sql } from 'kysely';
import type { Executor } from '../../db/schema.ts';
import type { EndReason } from '../../domain/conversation.ts';
import { handOverMail } from '../../mail/hand-over.ts';
import { talkAddress } from './addresses.ts';
import { calendarEntry } from './calendar.ts';

/**
 * @param job a transaction of the role of background work
 * @returns how many conversations were told of
 */
export async function tellOfEnds(
  job: Executor,
  { baseUrl, now }: { baseUrl: string; now: Date },
): Promise<number> {
  const { rows } = await sql<EndRow>`select * from ends_to_tell(${now})`.execute(job);
  for (const row of rows) {
    for (const reader of readersOf(row)) {
      const { id, email, side } = reader;
      const mail = {
        person: id,
        address: email,
        kind: 'conversation ended',
        subject: `Ended: conversation of ${row.person_name} and ${row.manager_name ?? 'their manager'}`,
        body: `${[...WORDS[side](row), baseUrl + talkAddress(row.conversation_id)].join('\n\n')}\n`,
        now,
      };
      const calendar = cancelled(row, baseUrl, now);
      await handOverMail(job, calendar === undefined ? mail : { ...mail, calendar });
    }
  }
  return rows.length;
}

interface EndRow {
  conversation_id: string;
  reason: EndReason;
  revealed: boolean;
  person_id: string;
  person_name: string;
  person_email: string | null;
  /** Null where they have left. */
  manager_id: string | null;
  manager_name: string | null;
  manager_email: string | null;
  /** Whether the person has not left. */
  still_here: boolean;
  started_by: string;
  /** Of a talk that lay ahead. */
  starts_at: Date | null;
  minutes: number | null;
  sequence: number | null;
}

type Side = 'person' | 'manager';

function readersOf(row: EndRow): { id: string; email: string; side: Side }[] {
  const { person_id, person_email, manager_id, manager_email, still_here } = row;
  return [
    ...(still_here && person_email !== null
      ? [{ id: person_id, email: person_email, side: 'person' as const }]
      : []),
    ...(manager_id !== null && manager_email !== null
      ? [{ id: manager_id, email: manager_email, side: 'manager' as const }]
      : []),
  ];
}

/** Exactly who reads what from now on, and who does not. */
const WORDS: Record<Side, (row: EndRow) => string[]> = {
  person: ({ reason, revealed, manager_name }) => {
    const manager = manager_name ?? 'Your manager';
    const changed = reason === 'the manager changed';
    return [
      changed
        ? `Your conversation has ended, because ${manager} is no longer your line manager.`
        : `Your conversation has ended, because ${manager_name ?? 'your manager'} has left.`,
      revealed
        ? `Both views had been revealed. You can go on reading them; ${manager} no longer can.`
        : `What you wrote stays yours: nobody else can read it, and it is never revealed. What ${manager} had drafted was removed, and went to nobody.`,
      'Records that you both signed stay as they are, for the two who signed them.',
      ...(changed
        ? [
            'Your new line manager begins afresh: they read records that were agreed in your current role, and no drafts.',
          ]
        : []),
    ];
  },
  manager: ({ reason, revealed, person_name }) => [
    reason === 'the manager changed'
      ? `Your conversation with ${person_name} has ended, because you are no longer their line manager.`
      : `Your conversation with ${person_name} has ended, because they have left.`,
    revealed
      ? 'Both views had been revealed. You can no longer read them.'
      : 'What you had drafted was removed, and went to nobody. What they wrote stays theirs.',
    'You keep the records that you signed, and nothing newer.',
  ],
};

function cancelled(row: EndRow, baseUrl: string, now: Date) {
  const { conversation_id: talk, starts_at, minutes, sequence, person_name, manager_name } = row;
  if (starts_at === null || minutes === null || sequence === null) return undefined;
  const person = { name: person_name, ...(row.person_email === null ? {} : { email: row.person_email }) };
  const manager = {
    name: manager_name ?? 'their manager',
    ...(row.manager_email === null ? {} : { email: row.manager_email }),
  };
  const date = { sequence: sequence + 1, startsAt: starts_at.toISOString(), minutes, cancelled: true };
  const organiser = row.started_by === row.manager_id ? manager : person;
  return calendarEntry({ talk, date, now, baseUrl, organiser, attendees: [person, manager] });
}
