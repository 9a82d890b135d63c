/**
 * The progression conversation: preparing, revealed, agreed. Both sides prepare apart; their views are revealed together,
 * by themselves, when both are submitted (product rule 6). What may happen next is answered here, with the reason where it
 * may not; pages, the API and the database's policies say the same.
 */
import type { Outcome, Stance } from './stance.ts';

/** Whose view it is. */
export const SIDES = ['person', 'manager'] as const;
export type Side = (typeof SIDES)[number];

export function otherSide(side: Side): Side {
  return side === 'person' ? 'manager' : 'person';
}

/** Why a conversation came to an end before anything was agreed. */
export const END_REASONS = ['ended by one side', 'the manager changed', 'somebody left'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Where a conversation stands, from its rows. Instants are ISO 8601. */
export interface ConversationState {
  /** When each side submitted its view; absent while it is being prepared or was taken back. */
  submitted: Partial<Record<Side, string>>;
  /** When both views were revealed, as one event. */
  revealedAt?: string;
  /** Which edition of the record is being written; 1 until it is reopened. */
  edition: number;
  /** Who has signed this edition. */
  signed: Partial<Record<Side, string>>;
  /** When this edition was agreed: both signed. */
  agreedAt?: string;
  /** Who asked to reopen the agreed record and has no answer yet. */
  reopeningAskedBy?: Side;
  ended?: { at: string; reason: EndReason };
}

export const PHASES = ['preparing', 'revealed', 'agreed', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

export function phaseOf(state: ConversationState): Phase {
  if (state.agreedAt !== undefined) return 'agreed';
  if (state.ended !== undefined) return 'ended';
  return state.revealedAt === undefined ? 'preparing' : 'revealed';
}

/** Undefined where something may happen; else why it may not, as a sentence for a person. */
export type Refusal = string | undefined;

/** Whether a side may change its own view. */
export function refuseAnswer(state: ConversationState, side: Side): Refusal {
  if (state.revealedAt !== undefined) return 'Both views were revealed, so neither changes any more.';
  if (state.ended !== undefined) return 'This conversation has ended.';
  if (state.submitted[side] !== undefined) return 'You submitted your view. Take it back to change it.';
  return undefined;
}

export function refuseSubmit(state: ConversationState, side: Side): Refusal {
  return refuseAnswer(state, side);
}

export function refuseTakeBack(state: ConversationState, side: Side): Refusal {
  if (state.revealedAt !== undefined)
    return 'Both views were revealed, so yours can no longer be taken back.';
  if (state.ended !== undefined) return 'This conversation has ended.';
  if (state.submitted[side] === undefined) return 'Your view is not submitted.';
  return undefined;
}

/** Whether a submission of this side is the second one, which reveals both. */
export function revealsWith(state: ConversationState, side: Side): boolean {
  return state.submitted[otherSide(side)] !== undefined;
}

/** Whether either side may end it without anything agreed. What each wrote stays theirs. */
export function refuseEnd(state: ConversationState): Refusal {
  if (state.ended !== undefined) return 'This conversation has ended already.';
  if (state.agreedAt !== undefined) return 'It was agreed. Reopen the record to change it.';
  return undefined;
}

/** Whether the date of the talk may be set, moved or cancelled. */
export function refuseDate(state: ConversationState): Refusal {
  const phase = phaseOf(state);
  if (phase === 'agreed') return 'It was agreed, so there is nothing left to meet for.';
  if (phase === 'ended') return 'This conversation has ended.';
  return undefined;
}

/** Whether the record may be written: after the reveal, until both have signed. */
export function refuseRecord(state: ConversationState): Refusal {
  const phase = phaseOf(state);
  if (phase === 'preparing') return 'The record is written once both views are revealed.';
  if (phase === 'agreed') return 'Both have signed. Ask to reopen the record to change it.';
  if (phase === 'ended') return 'This conversation has ended.';
  if (Object.keys(state.signed).length > 0) {
    return 'One of you has signed. Whoever signed can withdraw the signature to change the record.';
  }
  return undefined;
}

/** A row of the record while it is written. */
export interface RecordRow {
  outcome?: Outcome;
  sentence: string;
  /** Why each sees it as they do, where they see it differently. */
  reasons: Partial<Record<Side, string>>;
}

/** What a row still needs before anybody can sign; empty where nothing. Rows may be left open, and are shown so. */
export function missingIn({ outcome, reasons }: RecordRow): string[] {
  if (outcome !== 'we see this differently') return [];
  return SIDES.filter((side) => (reasons[side] ?? '').trim() === '').map((side) =>
    side === 'person' ? 'the engineer’s reason' : 'the manager’s reason',
  );
}

export function refuseSign(state: ConversationState, side: Side, rows: readonly RecordRow[]): Refusal {
  const phase = phaseOf(state);
  if (phase === 'preparing') return 'There is nothing to sign before the views are revealed.';
  if (phase === 'agreed') return 'Both have signed already.';
  if (phase === 'ended') return 'This conversation has ended.';
  if (state.signed[side] !== undefined) return 'You have signed.';
  if (rows.some((row) => missingIn(row).length > 0)) {
    return 'Where you see something differently, both reasons belong in the record.';
  }
  return undefined;
}

export function refuseWithdrawSignature(state: ConversationState, side: Side): Refusal {
  if (state.agreedAt !== undefined) return 'Both have signed. Ask to reopen the record to change it.';
  return state.signed[side] === undefined ? 'You have not signed.' : undefined;
}

/** Reopening keeps the agreed edition for good and begins another: one asks with a reason, the other says yes. */
export function refuseAskReopening(state: ConversationState): Refusal {
  if (phaseOf(state) !== 'agreed') return 'Only an agreed record can be reopened.';
  if (state.reopeningAskedBy !== undefined) return 'It was asked already, and waits for an answer.';
  return undefined;
}

export function refuseAnswerReopening(state: ConversationState, side: Side): Refusal {
  if (state.reopeningAskedBy === undefined) return 'Nobody asked to reopen it.';
  if (state.reopeningAskedBy === side) return 'You asked; the other side answers.';
  return undefined;
}

/** How the two views of a row compare, for "differences first". */
export const AGREEMENTS = ['seen differently', 'left open', 'seen the same'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

export function compareStances(person: Stance | undefined, manager: Stance | undefined): Agreement {
  if (person === undefined || manager === undefined) return 'left open';
  return person === manager ? 'seen the same' : 'seen differently';
}
