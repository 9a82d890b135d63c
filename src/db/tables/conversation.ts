/** The progression conversation: two views, their reveal, what is agreed, and what colleagues say. */
import type { Generated } from 'kysely';
import type { EndReason, Side } from '../../domain/conversation.ts';
import type { Outcome, Stance } from '../../domain/stance.ts';

export interface ConversationTables {
  conversation: ConversationTable;
  conversation_row: ConversationRowTable;
  conversation_date: ConversationDateTable;
  view_answer: ViewAnswerTable;
  view_raise: ViewRaiseTable;
  view_submission: ViewSubmissionTable;
  reveal: RevealTable;
  conversation_evidence: ConversationEvidenceTable;
  agreed_row: AgreedRowTable;
  signature: SignatureTable;
  agreed_record: AgreedRecordTable;
  reopening: ReopeningTable;
  conversation_end: ConversationEndTable;
  feedback_request: FeedbackRequestTable;
  feedback: FeedbackTable;
}

interface ConversationTable {
  id: string;
  person_id: string;
  manager_id: string | null;
  in_place_of: string | null;
  started_by: string;
  started_at: Date;
  framework_id: string;
  release_version: string;
  level_id: string;
  touched_at: Date;
}

interface ConversationRowTable {
  conversation_id: string;
  expectation_id: string;
  place: number;
}

interface ConversationDateTable {
  conversation_id: string;
  sequence: number;
  starts_at: Date;
  minutes: number;
  place: string | null;
  cancelled: boolean;
  set_by: string;
  set_at: Date;
}

interface ViewAnswerTable {
  conversation_id: string;
  side: Side;
  expectation_id: string;
  point_id: Generated<string>;
  person_id: string;
  author_id: string | null;
  stance: Stance | null;
  note: Generated<string>;
  version: number;
  changed_at: Date;
}

interface ViewRaiseTable {
  conversation_id: string;
  side: Side;
  expectation_id: string;
  person_id: string;
  author_id: string | null;
  why: string;
  raised_at: Date;
}

interface ViewSubmissionTable {
  conversation_id: string;
  side: Side;
  submitted_at: Date;
  taken_back_at: Date | null;
}

interface RevealTable {
  conversation_id: string;
  revealed_at: Date;
}

interface ConversationEvidenceTable {
  conversation_id: string;
  evidence_id: string;
  expectation_id: string;
  point_id: Generated<string>;
  person_id: string;
  text: string;
  happened_on: string;
  helped: string | null;
}

interface AgreedRowTable {
  conversation_id: string;
  edition: number;
  expectation_id: string;
  person_id: string;
  outcome: Outcome | null;
  sentence: Generated<string>;
  person_reason: Generated<string>;
  manager_reason: Generated<string>;
  version: number;
  changed_by: string | null;
  changed_at: Date;
}

interface SignatureTable {
  conversation_id: string;
  edition: number;
  side: Side;
  person_id: string | null;
  in_place_of: string | null;
  signed_at: Date;
}

interface AgreedRecordTable {
  conversation_id: string;
  edition: number;
  person_id: string;
  manager_id: string | null;
  document: string;
  digest: string;
  agreed_at: Date;
}

interface ReopeningTable {
  conversation_id: string;
  edition: number;
  asked_side: Side;
  asked_by: string;
  reason: string;
  asked_at: Date;
  answered_at: Date | null;
  agreed: boolean | null;
}

interface ConversationEndTable {
  conversation_id: string;
  ended_at: Date;
  ended_by: string | null;
  reason: EndReason;
  told_at: Generated<Date | null>;
}

interface FeedbackRequestTable {
  id: string;
  conversation_id: string;
  person_id: string;
  asked_by: string;
  colleague_id: string | null;
  expectation_ids: string[];
  question: string | null;
  digest: string;
  asked_at: Date;
  until: string;
  answered_at: Date | null;
  declined_at: Date | null;
}

interface FeedbackTable {
  request_id: string;
  expectation_id: string;
  person_id: string;
  text: string | null;
}
