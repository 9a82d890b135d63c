/** Where a conversation stands, in a sentence for one of its sides, and where its next step is. */
import { otherSide, phaseOf, type Side } from '../../domain/conversation.ts';
import { type NextStep, nextStep } from '../../domain/next-step.ts';
import { talkAddress } from './addresses.ts';
import { participant, type Talk } from './talk.ts';

export interface Step {
  /** What the link to it says. */
  label: string;
  address: string;
}

/** What the conversation asks of the viewer next; undefined where it waits for the other side or is over. */
export function stepOf(talk: Talk): Step | undefined {
  const side = sideOf(talk);
  if (side === undefined) return phaseOf(talk.state) === 'agreed' ? read(talk) : undefined;
  const part = PARTS[nextStep(talk.state, side)];
  return part && { label: part.label, address: talkAddress(talk.id, part.part) };
}

/** The viewer's side: in the preparation their own, in the talk also that of a deputy. */
export function sideOf({ mySide, talkSide, state }: Talk): Side | undefined {
  return phaseOf(state) === 'preparing' ? mySide : (talkSide ?? mySide);
}

/** "Daniel Okafor has submitted; your view is not in yet." */
export function standingInWords(talk: Talk): string {
  const phase = phaseOf(talk.state);
  if (phase === 'ended') return endInWords(talk);
  const side = sideOf(talk);
  if (side === undefined) return OUTSIDE[phase];
  const other = participant(talk, otherSide(side)).name;
  return WORDS[nextStep(talk.state, side)](other, talk.state.submitted[otherSide(side)] !== undefined);
}

const PARTS: Record<NextStep, { label: string; part: string } | undefined> = {
  prepare: { label: 'Prepare your view', part: 'prepare' },
  'wait for the other view': undefined,
  talk: { label: 'Talk', part: 'talk' },
  sign: { label: 'Look through it and sign', part: 'check' },
  'wait for the other signature': undefined,
  'answer the reopening': { label: 'Answer', part: 'record' },
  'read the record': { label: 'Read the record', part: 'record' },
  nothing: undefined,
};

const WORDS: Record<NextStep, (other: string, theirsIsIn: boolean) => string> = {
  prepare: (other, theirsIsIn) =>
    theirsIsIn ? `${other} has submitted. Your view is not in yet.` : 'Neither view is in yet.',
  'wait for the other view': (other) => `Your view is in. ${other} has not submitted yet.`,
  talk: () => 'Both views are revealed. Nothing is agreed until you both sign.',
  sign: (other) => `${other} has signed. Your signature is missing.`,
  'wait for the other signature': (other) => `You have signed. ${other} has not yet.`,
  'answer the reopening': (other) => `Agreed. ${other} asks to reopen the record.`,
  'read the record': () => 'Agreed, and signed by both.',
  nothing: () => '',
};

const OUTSIDE = {
  preparing: 'Being prepared. What each writes is theirs until both have submitted.',
  revealed: 'Both views are revealed to the two who talk.',
  agreed: 'Agreed, and signed by both.',
};

function endInWords({ state, person, manager }: Talk): string {
  switch (state.ended?.reason) {
    case 'the manager changed':
      return `Ended, because ${manager.name} is no longer the line manager of ${person.name}.`;
    case 'somebody left':
      return 'Ended, because somebody left.';
    default:
      return state.edition > 1 ? 'Ended. What was agreed before stays.' : 'Ended without anything agreed.';
  }
}

function read(talk: Talk): Step {
  return { label: 'Read the record', address: talkAddress(talk.id, 'record') };
}
