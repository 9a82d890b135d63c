import type { PolicyKey, PolicyValue } from './policy.ts';

/** Who said so, when and why. State that matters is never a bare boolean. */
export interface Decision {
  by: string;
  /** ISO 8601 day. */
  on: string;
  why?: string;
}

/** What people confirmed about an imported framework. Edited in `framework.yaml` under `confirmed:`. */
export interface Confirmations {
  rows: ConfirmedRow[];
  /** Absent where nothing was refused. */
  refused?: RefusedRow[];
  policy: ConfirmedPolicy[];
  /** The order of the proficiency words, lowest first, as step ids. */
  scale?: ConfirmedScale;
}

/** These entries are one competency: the rows `joins` become part of the row `competency`. */
export interface ConfirmedRow extends Decision {
  competency: string;
  joins: string[];
}

/** These two rows are not one competency, however alike they look: nobody proposes them again. */
export interface RefusedRow extends Decision {
  competency: string;
  differsFrom: string;
}

export interface ConfirmedPolicy extends Decision {
  key: PolicyKey;
  value: PolicyValue;
  quote?: string;
}

export interface ConfirmedScale extends Decision {
  order: string[];
}

/** A finding of the linter that a steward looked at and accepts. Edited in `framework.yaml` under `accepted:`. */
export interface Acceptance extends Decision {
  rule: string;
  /** Id of the entity that the finding is about; absent: every finding of the rule whose quote fits. */
  entity?: string;
  /** The quoted text; absent: every finding of the rule about the entity. */
  quote?: string;
  why: string;
}

export const NOTHING_CONFIRMED: Confirmations = { rows: [], policy: [] };
