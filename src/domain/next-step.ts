import { type ConversationState, otherSide, phaseOf, type Side } from './conversation.ts';

/** What a conversation asks of one side next. */
export type NextStep =
  | 'prepare'
  /** Their view is in, the other's is not. */
  | 'wait for the other view'
  | 'talk'
  /** The other side has signed. */
  | 'sign'
  | 'wait for the other signature'
  /** The other side wants to reopen the record. */
  | 'answer the reopening'
  | 'read the record'
  | 'nothing';

export function nextStep(state: ConversationState, side: Side): NextStep {
  switch (phaseOf(state)) {
    case 'preparing':
      return state.submitted[side] === undefined ? 'prepare' : 'wait for the other view';
    case 'revealed':
      if (state.signed[side] !== undefined) return 'wait for the other signature';
      return state.signed[otherSide(side)] === undefined ? 'talk' : 'sign';
    case 'agreed':
      return state.reopeningAskedBy === otherSide(side) ? 'answer the reopening' : 'read the record';
    case 'ended':
      return 'nothing';
  }
}
