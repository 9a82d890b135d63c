import { describe, expect, it } from 'vitest';
import {
  type ConversationState,
  missingIn,
  phaseOf,
  refuseAnswer,
  refuseAnswerReopening,
  refuseAskReopening,
  refuseDate,
  refuseEnd,
  refuseRecord,
  refuseSign,
  refuseTakeBack,
  refuseWithdrawSignature,
  revealsWith,
} from '../conversation.ts';
import { nextStep } from '../next-step.ts';

const AT = '2026-11-26T10:00:00.000Z';
const BEGUN: ConversationState = { submitted: {}, edition: 1, signed: {} };
const WAITING: ConversationState = { ...BEGUN, submitted: { person: AT } };
const REVEALED: ConversationState = { ...BEGUN, submitted: { person: AT, manager: AT }, revealedAt: AT };
const HALF_SIGNED: ConversationState = { ...REVEALED, signed: { person: AT } };
const AGREED: ConversationState = { ...REVEALED, signed: { person: AT, manager: AT }, agreedAt: AT };
const ENDED: ConversationState = { ...WAITING, ended: { at: AT, reason: 'ended by one side' } };

describe('a conversation', () => {
  it('is prepared, revealed, agreed, or has ended', () => {
    expect([BEGUN, WAITING, REVEALED, HALF_SIGNED, AGREED, ENDED].map(phaseOf)).toEqual([
      'preparing',
      'preparing',
      'revealed',
      'revealed',
      'agreed',
      'ended',
    ]);
  });

  it('is revealed by the second submission, whoever’s it is', () => {
    expect(revealsWith(BEGUN, 'person')).toBe(false);
    expect(revealsWith(WAITING, 'manager')).toBe(true);
  });

  it('says to each side what is next', () => {
    expect(nextStep(BEGUN, 'person')).toBe('prepare');
    expect(nextStep(WAITING, 'person')).toBe('wait for the other view');
    expect(nextStep(WAITING, 'manager')).toBe('prepare');
    expect(nextStep(REVEALED, 'manager')).toBe('talk');
    expect(nextStep(HALF_SIGNED, 'person')).toBe('wait for the other signature');
    expect(nextStep(HALF_SIGNED, 'manager')).toBe('sign');
    expect(nextStep(AGREED, 'person')).toBe('read the record');
    expect(nextStep({ ...AGREED, reopeningAskedBy: 'manager' }, 'person')).toBe('answer the reopening');
    expect(nextStep(ENDED, 'manager')).toBe('nothing');
  });

  it('gives a reason for everything that may not happen', () => {
    const refusals = {
      'answer after submitting': refuseAnswer(WAITING, 'person'),
      'answer after the reveal': refuseAnswer(REVEALED, 'person'),
      'answer after the end': refuseAnswer(ENDED, 'manager'),
      'take back what is not in': refuseTakeBack(WAITING, 'manager'),
      'take back after the reveal': refuseTakeBack(REVEALED, 'person'),
      'end twice': refuseEnd(ENDED),
      'end what is agreed': refuseEnd(AGREED),
      'write before the reveal': refuseRecord(WAITING),
      'write once one has signed': refuseRecord(HALF_SIGNED),
      'sign before the reveal': refuseSign(WAITING, 'person', []),
      'sign twice': refuseSign(HALF_SIGNED, 'person', []),
      'withdraw what both signed': refuseWithdrawSignature(AGREED, 'person'),
      'reopen what is not agreed': refuseAskReopening(REVEALED),
      'answer oneself': refuseAnswerReopening({ ...AGREED, reopeningAskedBy: 'person' }, 'person'),
      'move what is agreed': refuseDate(AGREED),
      'move what has ended': refuseDate(ENDED),
    };
    for (const [what, refusal] of Object.entries(refusals))
      expect([what, refusal]).toEqual([what, expect.any(String)]);
  });

  it('is signed with rows left open, and not with a reason missing', () => {
    expect(refuseSign(REVEALED, 'person', [{ sentence: '', reasons: {} }])).toBeUndefined();
    const differently = {
      outcome: 'we see this differently',
      sentence: '',
      reasons: { person: 'So', manager: ' ' },
    } as const;
    expect(missingIn(differently)).toEqual(['the manager’s reason']);
    expect(refuseSign(REVEALED, 'person', [differently])).toContain('both reasons');
  });
});
