/**
 * What two people agreed, as it is kept for good: with the wording that they spoke of, both views, and the evidence as it
 * was. Who they are stands in it as opaque ids, so that erasing one of them leaves the other's record intact.
 */
import { canonicalJson } from './canonical-json.ts';
import type { Side } from './conversation.ts';
import type { Outcome } from './stance.ts';
import type { RowView } from './view.ts';

export const RECORD_FORMAT = 'cairn agreed record 1';

/** Instants are ISO 8601, days too. */
export interface AgreedRecord {
  format: typeof RECORD_FORMAT;
  /** Id of the conversation. */
  conversation: string;
  /** 1, or one more for each time it was reopened. */
  edition: number;
  /** Ids. */
  person: string;
  manager: string | null;
  framework: { id: string; name: string; release: string; textFormat: 'plain' | 'markdown' };
  level: { id: string; name: string };
  startedAt: string;
  revealedAt: string;
  agreedAt: string;
  signatures: RecordedSignature[];
  rows: RecordedRow[];
  /** Whom the evidence says they helped, each once. */
  helped: string[];
  actions: RecordedAction[];
  /** Why the edition before was opened again. */
  reopened?: { by: Side; reason: string; at: string };
}

export interface RecordedSignature {
  side: Side;
  /** Id; null where they have been erased. */
  person: string | null;
  /** Whose place a deputy took. */
  inPlaceOf?: string;
  at: string;
}

export interface RecordedRow {
  expectation: string;
  competency: { id: string; name: string };
  level: { id: string; name: string };
  /** What the competency is called at this level. */
  heading: string;
  statement?: string;
  points: { id: string; text: string }[];
  proficiency?: { name: string; definition?: string };
  /** Who raised it for discussion, where it is of an earlier level that is assumed to be met. */
  raised: { by: Side; why: string }[];
  views: Record<Side, RowView>;
  evidence: RecordedEvidence[];
  /** Absent where no colleague said anything. */
  feedback?: RecordedFeedback[];
  agreed: {
    /** Absent where it was left open. */
    outcome?: Outcome;
    sentence: string;
    /** Why each sees it as they do, where they see it differently. */
    reasons?: Record<Side, string>;
  };
}

export interface RecordedEvidence {
  id: string;
  /** One of the expectation's points, where it speaks to that alone. */
  point?: string;
  text: string;
  happenedOn: string;
  helped?: string;
}

/** What a colleague said who was asked. */
export interface RecordedFeedback {
  /** Id; null where they had been erased. */
  by: string | null;
  /** What they saw; absent: they have not seen this. */
  text?: string;
}

export interface RecordedAction {
  text: string;
  kind: 'action' | 'opportunity';
  /** Id of who does it; null where they have been erased. */
  owner: string | null;
  dueOn?: string;
  expectation?: string;
}

/** The text that is signed: its digest says whether anything of it was changed. */
export function recordText(record: AgreedRecord): string {
  return canonicalJson(record);
}

/** Whom the evidence of a record says was helped, each once, in the order in which they are named. A piece names several after commas. */
export function helpedIn(
  rows: readonly { evidence: readonly { helped?: string | undefined }[] }[],
): string[] {
  const named = rows.flatMap(({ evidence }) => evidence.flatMap(({ helped }) => helped?.split(', ') ?? []));
  return [...new Set(named)];
}
