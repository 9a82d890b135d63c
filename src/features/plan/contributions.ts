/** What other features add to the pages of plans. `app.ts` hands it over, so that nothing here knows them. */
import type { Transaction } from 'kysely';
import type { Executor, Schema } from '../../db/schema.ts';
import type { PlanTie } from '../../domain/plan.ts';
import type { Viewer } from '../../web/session.ts';

/** A talk that a manager wants to have with somebody. */
export interface PlannedTalk {
  /** Id of the person. */
  person: string;
  at: Date;
}

/** Plans talks, in the transaction of the visit. Every person reports to the viewer, or to whom they stand in for. */
export type ScheduleTalks = (
  db: Transaction<Schema>,
  viewer: Viewer,
  talks: readonly PlannedTalk[],
) => Promise<void>;

/** Notes evidence of the viewer's own, private to them, in the transaction of the visit. */
export type NoteEvidence = (
  db: Executor,
  by: { person: string; now: Date },
  note: {
    text: string;
    /** ISO 8601 day. */
    happenedOn: string;
    /** What kind of work it was, in the words of evidence. */
    kind: string;
    ties: readonly PlanTie[];
  },
) => Promise<{ id: string }>;

export interface PlanContributions {
  /** Absent where evidence cannot be noted from here: then a link leads to the form of a new note. */
  noteEvidence?: NoteEvidence;
  /** Absent where no feature holds talks: then none can be planned. */
  scheduleTalks?: ScheduleTalks;
}
