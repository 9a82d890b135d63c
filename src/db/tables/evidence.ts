/** What people noted, what hangs on it, and what is asked and offered around it. */
import type { Generated } from 'kysely';

export interface EvidenceTables {
  evidence: EvidenceTable;
  evidence_version: EvidenceVersionTable;
  evidence_tie: EvidenceTieTable;
  evidence_link: EvidenceLinkTable;
  evidence_helped: EvidenceHelpedTable;
  evidence_file: EvidenceFileTable;
  confirmation: ConfirmationTable;
  offer: OfferTable;
  wording_question: WordingQuestionTable;
  wording_answer: WordingAnswerTable;
}

interface EvidenceTable {
  id: string;
  person_id: string;
  text: string;
  happened_on: string;
  kind: string | null;
  noted_at: Date;
  changed_at: Date;
  version: number;
  shared_at: Date | null;
  framework_id: string | null;
  release_version: string | null;
  came_by: string;
  /** Made by the database of the text. */
  search: Generated<string>;
}

interface EvidenceVersionTable {
  evidence_id: string;
  version: number;
  text: string;
  happened_on: string;
  kind: string | null;
  replaced_at: Date;
}

interface EvidenceTieTable {
  evidence_id: string;
  person_id: string;
  framework_id: string;
  release_version: string;
  expectation_id: string;
  point_id: Generated<string>;
  tied_at: Date;
}

interface EvidenceLinkTable {
  evidence_id: string;
  place: number;
  url: string;
  title: string | null;
}

interface EvidenceHelpedTable {
  evidence_id: string;
  place: number;
  helped_person_id: string | null;
  helped_team_id: string | null;
  words: string | null;
}

interface EvidenceFileTable {
  id: string;
  evidence_id: string;
  name: string;
  type: string;
  size: number;
  digest: string;
  bytes: Uint8Array;
  added_at: Date;
}

interface ConfirmationTable {
  id: string;
  evidence_id: string;
  evidence_version: number;
  colleague_id: string | null;
  digest: string;
  asked_at: Date;
  expires_at: Date;
  answered_at: Date | null;
  answer: 'confirmed' | 'declined' | null;
  sentence: string | null;
}

interface OfferTable {
  id: string;
  from_id: string | null;
  to_id: string;
  text: string;
  happened_on: string;
  offered_at: Date;
  answered_at: Date | null;
  answer: 'accepted' | 'declined' | null;
  evidence_id: string | null;
}

interface WordingQuestionTable {
  id: string;
  framework_id: string;
  release_version: string;
  expectation_id: string;
  asker_id: string | null;
  text: string;
  visible_to: 'stewards' | 'everybody';
  asked_at: Date;
}

interface WordingAnswerTable {
  id: string;
  question_id: string;
  steward_id: string | null;
  text: string;
  answered_at: Date;
}
