/** SQL of asking for feedback. The executor comes first. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { FeedbackCourse } from '../../../domain/feedback.ts';
import { type Participant, somebody } from '../talk.ts';

/** An ask as the two sides see it: who was asked what by whom. Nothing of what was said. */
export interface FeedbackRequest extends FeedbackCourse {
  id: string;
  colleague: Participant;
  /** Who asked. */
  by: Participant;
  /** Ids. */
  expectations: string[];
  /** Why, in a sentence. */
  question?: string;
  askedAt: Date;
  /** Why the colleague declined, where they said it. */
  because?: string;
}

/** What a colleague said of one expectation. */
export interface FeedbackSaid {
  expectation: string;
  by: Participant;
  /** What they saw; absent: "I have not seen this". */
  text?: string;
}

/** Everybody who was asked in a conversation, in the order in which they were. */
export async function requestsIn(db: Executor, talk: string): Promise<FeedbackRequest[]> {
  const rows = await db
    .selectFrom('feedback_request as request')
    .leftJoin('person as colleague', 'colleague.id', 'request.colleague_id')
    .leftJoin('person as asker', 'asker.id', 'request.asked_by')
    .select([...COURSE, 'request.asked_by', 'asker.name as asker_name'])
    .select(['request.colleague_id', 'colleague.name as colleague_name'])
    .where('request.conversation_id', '=', talk)
    .orderBy('request.asked_at')
    .orderBy('request.id')
    .execute();
  return rows.map((row) => ({
    ...courseOf(row),
    colleague: somebody(row.colleague_id, row.colleague_name),
    by: somebody(row.asked_by, row.asker_name),
  }));
}

/** What colleagues said in a conversation, for whoever may read it: nobody before the reveal. */
export async function saidIn(db: Executor, talk: string): Promise<FeedbackSaid[]> {
  const rows = await db
    .selectFrom('feedback')
    .innerJoin('feedback_request as request', 'request.id', 'feedback.request_id')
    .leftJoin('person as colleague', 'colleague.id', 'request.colleague_id')
    .select(['feedback.expectation_id', 'feedback.text', 'request.colleague_id', 'colleague.name'])
    .where('request.conversation_id', '=', talk)
    .orderBy('request.answered_at')
    .orderBy('request.id')
    .execute();
  return rows.map(({ expectation_id, text, colleague_id, name }) => ({
    expectation: expectation_id,
    by: somebody(colleague_id, name),
    ...(text === null ? {} : { text }),
  }));
}

/** Whether somebody may be asked once more this quarter. Whoever asks them at the same time waits. */
export async function mayBeAsked(db: Executor, colleague: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select may_be_asked_for_feedback(${colleague}, ${now}) as may
  `.execute(db);
  return rows[0]?.may === true;
}

/** Withdraws what its viewer asked and nobody answered. @returns false where there is no such thing */
export async function withdrawRequest(
  db: Executor,
  { talk, request, by, now }: { talk: string; request: string; by: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feedback_request')
    .set({ withdrawn_at: now })
    .where('id', '=', request)
    .where('conversation_id', '=', talk)
    .where('asked_by', '=', by)
    .where('answered_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const COURSE = [
  'request.id',
  'request.expectation_ids',
  'request.question',
  'request.asked_at',
  'request.until',
  'request.answered_at',
  'request.declined_at',
  'request.declined_because',
  'request.withdrawn_at',
] as const;

/** What both ends of an ask know of it. */
export interface CourseRow {
  id: string;
  expectation_ids: string[];
  question: string | null;
  asked_at: Date;
  until: string;
  answered_at: Date | null;
  declined_at: Date | null;
  declined_because: string | null;
  withdrawn_at: Date | null;
}

export function courseOf(row: CourseRow): Omit<FeedbackRequest, 'colleague' | 'by'> {
  return {
    id: row.id,
    expectations: row.expectation_ids,
    askedAt: row.asked_at,
    until: row.until,
    ...(row.question === null ? {} : { question: row.question }),
    ...(row.answered_at === null ? {} : { answeredAt: row.answered_at }),
    ...(row.declined_at === null ? {} : { declinedAt: row.declined_at }),
    ...(row.declined_because === null ? {} : { because: row.declined_because }),
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
  };
}
