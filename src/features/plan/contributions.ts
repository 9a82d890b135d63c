/** What later features add to the pages of plans. `app.ts` hands it over, so that nothing here knows them. */
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
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

export interface PlanContributions {
  /** Absent where no feature holds talks: then none can be planned. */
  scheduleTalks?: ScheduleTalks;
}
