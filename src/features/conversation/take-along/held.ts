/** SQL of everything that conversations hold of somebody, whole, for them to take along. */
import { sql } from 'kysely';
import type { Executor } from '../../../db/schema.ts';
import type { AgreedRecord } from '../../../domain/agreed-record.ts';
import type { Side } from '../../../domain/conversation.ts';
import type { Outcome, Stance } from '../../../domain/stance.ts';

/** As data. Others stand in it by name; null where they have been erased. Instants are ISO 8601. */
export interface HeldConversation {
  id: string;
  manager: string | null;
  inPlaceOf: string | null;
  framework: string;
  release: string;
  level: string;
  startedAt: string;
  revealedAt: string | null;
  ended: { at: string; reason: string } | null;
  expectations: string[];
  dates: { startsAt: string; minutes: number; place: string | null; cancelled: boolean }[];
  submissions: { side: Side; at: string; takenBackAt: string | null }[];
  /** Before the reveal the person's own alone. */
  views: HeldAnswer[];
  raised: { side: Side; expectation: string; why: string }[];
  evidence: { expectation: string; text: string; happenedOn: string; helped: string | null }[];
  agreed: {
    edition: number;
    expectation: string;
    outcome: Outcome | null;
    sentence: string;
    personReason: string;
    managerReason: string;
  }[];
  reopenings: { by: Side; reason: string; at: string; agreed: boolean | null }[];
  feedback: HeldFeedback[];
  records: { edition: number; agreedAt: string; digest: string; record: AgreedRecord }[];
}

export interface HeldAnswer {
  side: Side;
  expectation: string;
  /** Empty: the whole of it. */
  point: string;
  stance: Stance | null;
  note: string;
}

/** What was asked of whom, and what they said once both views are revealed. */
export interface HeldFeedback {
  colleague: string | null;
  askedBy: string | null;
  expectations: string[];
  question: string | null;
  askedAt: string;
  until: string;
  answeredAt: string | null;
  declinedAt: string | null;
  because: string | null;
  withdrawnAt: string | null;
  said: { expectation: string; text: string | null }[];
}

/** @param person the viewer */
export async function conversationsOf(db: Executor, person: string): Promise<HeldConversation[]> {
  const { rows } = await sql<HeldConversation>`
    select
      conversation.id,
      manager.name as manager,
      instead.name as "inPlaceOf",
      conversation.framework_id as framework,
      conversation.release_version as release,
      conversation.level_id as level,
      to_json(conversation.started_at) as "startedAt",
      (select to_json(revealed_at) from reveal where conversation_id = conversation.id) as "revealedAt",
      (
        select json_build_object('at', ended_at, 'reason', reason)
        from conversation_end
        where conversation_id = conversation.id
      ) as ended,
      (
        select coalesce(json_agg(expectation_id order by place), '[]')
        from conversation_row
        where conversation_id = conversation.id
      ) as expectations,
      ${DATES} as dates,
      ${SUBMISSIONS} as submissions,
      ${ANSWERS} as views,
      ${RAISED} as raised,
      ${EVIDENCE} as evidence,
      ${AGREED} as agreed,
      ${REOPENINGS} as reopenings,
      ${FEEDBACK} as feedback,
      ${RECORDS} as records
    from conversation
    left join person manager on manager.id = conversation.manager_id
    left join person instead on instead.id = conversation.in_place_of
    where conversation.person_id = ${person}
    order by conversation.started_at, conversation.id
  `.execute(db);
  return rows;
}

const DATES = sql`(
  select coalesce(json_agg(json_build_object(
    'startsAt', starts_at, 'minutes', minutes, 'place', place, 'cancelled', cancelled
  ) order by sequence), '[]')
  from conversation_date
  where conversation_id = conversation.id
)`;

const SUBMISSIONS = sql`(
  select coalesce(json_agg(json_build_object(
    'side', side, 'at', submitted_at, 'takenBackAt', taken_back_at
  ) order by submitted_at), '[]')
  from view_submission
  where conversation_id = conversation.id
)`;

const ANSWERS = sql`(
  select coalesce(json_agg(json_build_object(
    'side', side, 'expectation', expectation_id, 'point', point_id, 'stance', stance, 'note', note
  ) order by side desc, expectation_id, point_id), '[]')
  from view_answer
  where conversation_id = conversation.id
)`;

const RAISED = sql`(
  select coalesce(json_agg(json_build_object(
    'side', side, 'expectation', expectation_id, 'why', why
  ) order by raised_at), '[]')
  from view_raise
  where conversation_id = conversation.id
)`;

const EVIDENCE = sql`(
  select coalesce(json_agg(json_build_object(
    'expectation', expectation_id, 'text', text, 'happenedOn', happened_on, 'helped', helped
  ) order by happened_on, evidence_id), '[]')
  from conversation_evidence
  where conversation_id = conversation.id
)`;

const AGREED = sql`(
  select coalesce(json_agg(json_build_object(
    'edition', edition, 'expectation', expectation_id, 'outcome', outcome, 'sentence', sentence,
    'personReason', person_reason, 'managerReason', manager_reason
  ) order by edition, expectation_id), '[]')
  from agreed_row
  where conversation_id = conversation.id
)`;

const REOPENINGS = sql`(
  select coalesce(json_agg(json_build_object(
    'by', asked_side, 'reason', reason, 'at', asked_at, 'agreed', agreed
  ) order by asked_at), '[]')
  from reopening
  where conversation_id = conversation.id
)`;

const FEEDBACK = sql`(
  select coalesce(json_agg(json_build_object(
    'colleague', colleague.name, 'askedBy', asker.name, 'expectations', to_json(request.expectation_ids),
    'question', request.question, 'askedAt', request.asked_at, 'until', request.until,
    'answeredAt', request.answered_at, 'declinedAt', request.declined_at, 'because', request.declined_because,
    'withdrawnAt', request.withdrawn_at,
    'said', (
      select coalesce(json_agg(json_build_object('expectation', expectation_id, 'text', text)), '[]')
      from feedback
      where feedback.request_id = request.id
    )
  ) order by request.asked_at, request.id), '[]')
  from feedback_request request
  left join person colleague on colleague.id = request.colleague_id
  left join person asker on asker.id = request.asked_by
  where request.conversation_id = conversation.id
)`;

const RECORDS = sql`(
  select coalesce(json_agg(json_build_object(
    'edition', edition, 'agreedAt', agreed_at, 'digest', digest, 'record', document::json
  ) order by edition), '[]')
  from agreed_record
  where conversation_id = conversation.id
)`;
