/** Objectives and actions, learning and qualifications, a manager's own notes, and how people want to be reminded. */
import type { Generated } from 'kysely';
import type { ActionChange, ActionKind, ObjectiveState } from '../../domain/plan.ts';

export interface PlanTables {
  objective: ObjectiveTable;
  objective_state: ObjectiveStateTable;
  objective_tie: ObjectiveTieTable;
  action: ActionTable;
  action_change: ActionChangeTable;
  learning: LearningTable;
  learning_tie: LearningTieTable;
  qualification: QualificationTable;
  manager_note: ManagerNoteTable;
  preference: PreferenceTable;
  calendar_feed: CalendarFeedTable;
  reminder: ReminderTable;
  job_run: JobRunTable;
}

interface ObjectiveTable {
  id: string;
  person_id: string;
  text: string;
  why: string | null;
  how_known: string | null;
  until: string | null;
  proposed_by: string;
  proposed_at: Date;
  state: ObjectiveState;
}

interface ObjectiveStateTable {
  objective_id: string;
  serial: Generated<number>;
  state: ObjectiveState;
  by_id: string;
  at: Date;
  why: string | null;
  said_text: string;
  said_how_known: string | null;
  said_until: string | null;
}

interface ObjectiveTieTable {
  objective_id: string;
  framework_id: string;
  release_version: string;
  expectation_id: string;
}

interface ActionTable {
  id: string;
  person_id: string;
  owner_id: string | null;
  text: string;
  kind: ActionKind;
  due_on: string | null;
  framework_id: string | null;
  release_version: string | null;
  expectation_id: string | null;
  conversation_id: string | null;
  created_by: string;
  created_at: Date;
  closed_at: Date | null;
}

interface ActionChangeTable {
  action_id: string;
  serial: Generated<number>;
  change: ActionChange;
  due_on: string | null;
  to_id: string | null;
  reason: string | null;
  by_id: string;
  at: Date;
}

interface LearningTable {
  id: string;
  person_id: string;
  text: string;
  kind: string | null;
  learnt_on: string | null;
  wanted_by: string | null;
  shared_at: Date | null;
  evidence_id: string | null;
  created_at: Date;
}

interface LearningTieTable {
  learning_id: string;
  framework_id: string;
  release_version: string;
  expectation_id: string;
}

interface QualificationTable {
  id: string;
  person_id: string;
  name: string;
  body: string | null;
  number: string | null;
  valid_from: string | null;
  valid_until: string | null;
  shared_at: Date | null;
  file_name: string | null;
  file_type: string | null;
  file_bytes: Uint8Array | null;
  created_at: Date;
}

interface ManagerNoteTable {
  id: string;
  manager_id: string;
  person_id: string;
  text: string;
  noted_at: Date;
}

interface PreferenceTable {
  person_id: string;
  monday_mail: boolean;
  reminder_mail: boolean;
  quiet_from: number;
  quiet_until: number;
  changed_at: Date;
}

interface CalendarFeedTable {
  person_id: string;
  digest: string;
  created_at: Date;
}

interface ReminderTable {
  person_id: string;
  kind: string;
  subject_id: string;
  sent_at: Date;
}

interface JobRunTable {
  name: string;
  ran_at: Date;
}
