/** SQL of what a colleague is asked and says, as themselves. The executor comes first. */
import { type RawBuilder, sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import { type CourseRow, courseOf, type FeedbackRequest } from './queries.ts';

/** An ask as the colleague sees it: about whom, in which wording, and what they answered. */
export interface FeedbackReceived extends Omit<FeedbackRequest, 'colleague' | 'by'> {
  /** Id of the conversation, for those who may open it. */
  talk: string;
  about: { id: string; name: string };
  /** Who asked, and who reads it beside the person; absent where they were erased. */
  asker?: { id: string; name: string };
  manager?: string;
  framework: string;
  release: string;
  /** Id of the level that is talked about. */
  level: string;
  /** Whether the conversation ended or is agreed, so that nobody would read an answer. */
  over: boolean;
  /** By expectation: what they saw, or null for "I have not seen this". */
  said: ReadonlyMap<string, string | null>;
}

/** Everything the viewer was asked, newest first. */
export function feedbackReceived(db: Executor): Promise<FeedbackReceived[]> {
  return selectReceived(db, sql`true`);
}

/** Undefined for what somebody else was asked. */
export async function findReceived(db: Executor, id: string): Promise<FeedbackReceived | undefined> {
  return (await selectReceived(db, sql`request.id = ${id}`))[0];
}

/** Whose link it is. Asked before anybody looks, so as nobody. */
export async function requestOfLink(
  db: Executor,
  digest: string,
): Promise<{ request: string; colleague: string } | undefined> {
  const { rows } = await sql<{ request: string; colleague: string | null }>`
    select request_id as request, asked_id as colleague from feedback_of_link(${digest})
  `.execute(db);
  const [row] = rows;
  return row === undefined || row.colleague === null ? undefined : { ...row, colleague: row.colleague };
}

/** What they say, once. @param said by expectation; null for "I have not seen this" */
export async function insertSaid(
  db: Executor,
  ask: FeedbackReceived,
  said: ReadonlyMap<string, string | null>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('feedback')
    .values(
      [...said].map(([expectation_id, text]) => ({
        request_id: ask.id,
        expectation_id,
        person_id: ask.about.id,
        text,
      })),
    )
    .execute();
  await db.updateTable('feedback_request').set({ answered_at: now }).where('id', '=', ask.id).execute();
}

export async function declineRequest(
  db: Executor,
  ask: FeedbackReceived,
  because: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable('feedback_request')
    .set({ declined_at: now, declined_because: because })
    .where('id', '=', ask.id)
    .execute();
}

interface ReceivedRow extends CourseRow {
  conversation_id: string;
  about_id: string;
  about_name: string;
  asked_by: string;
  asker_name: string | null;
  manager_name: string | null;
  framework_id: string;
  release_version: string;
  level_id: string;
  is_over: boolean;
  said: Record<string, string | null> | null;
}

async function selectReceived(db: Executor, where: RawBuilder<unknown>): Promise<FeedbackReceived[]> {
  const { rows } = await sql<ReceivedRow>`
    select
      request.id,
      request.conversation_id,
      request.asked_by,
      request.expectation_ids,
      request.question,
      request.asked_at,
      request.until,
      request.answered_at,
      request.declined_at,
      request.declined_because,
      request.withdrawn_at,
      asked.*,
      (
        select json_object_agg(expectation_id, text) from feedback where feedback.request_id = request.id
      ) as said
    from feedback_request request
    join feedback_asked_of_me() asked on asked.request_id = request.id
    where request.colleague_id = viewer() and ${where}
    order by request.asked_at desc, request.id desc
  `.execute(db);
  return rows.map(receivedOf);
}

function receivedOf(row: ReceivedRow): FeedbackReceived {
  return {
    ...courseOf(row),
    talk: row.conversation_id,
    about: { id: row.about_id, name: row.about_name },
    ...(row.asker_name === null ? {} : { asker: { id: row.asked_by, name: row.asker_name } }),
    ...(row.manager_name === null ? {} : { manager: row.manager_name }),
    framework: row.framework_id,
    release: row.release_version,
    level: row.level_id,
    over: row.is_over,
    said: new Map(Object.entries(row.said ?? {})),
  };
}
