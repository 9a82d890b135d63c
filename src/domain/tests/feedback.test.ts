import { describe, expect, it } from 'vitest';
import {
  type FeedbackCourse,
  isFeedbackOver,
  refuseAskFeedback,
  saidProblem,
  stateOfFeedback,
} from '../feedback.ts';

const UNTIL: FeedbackCourse = { until: '2026-03-12' };
const AT = new Date('2026-03-10T09:00:00Z');

describe('an ask for feedback', () => {
  it('can be answered through its last day, and no longer', () => {
    expect(stateOfFeedback(UNTIL, '2026-03-12', false)).toBe('open');
    expect(stateOfFeedback(UNTIL, '2026-03-13', false)).toBe('out of time');
  });

  it('is over with its conversation', () => {
    expect(stateOfFeedback(UNTIL, '2026-03-01', true)).toBe('out of time');
  });

  it.each([
    ['answered', { answeredAt: AT }],
    ['declined', { declinedAt: AT }],
    ['withdrawn', { withdrawnAt: AT }],
  ] as const)('stays %s, whatever the day', (state, course) => {
    expect(stateOfFeedback({ ...UNTIL, ...course }, '2026-09-01', true)).toBe(state);
  });

  it('is made while both prepare', () => {
    const preparing = { submitted: {}, edition: 1, signed: {} };
    const at = AT.toISOString();
    expect(refuseAskFeedback(preparing)).toBeUndefined();
    expect(refuseAskFeedback({ ...preparing, revealedAt: at })).toContain('before the views are revealed');
    const ended = { ...preparing, ended: { at, reason: 'ended by one side' as const } };
    expect(refuseAskFeedback(ended)).toBe('This conversation has ended.');
    expect([isFeedbackOver(preparing), isFeedbackOver(ended)]).toEqual([false, true]);
  });
});

describe('what a colleague says', () => {
  it('is a text, or that they have not seen it', () => {
    expect(saidProblem({ text: 'Wrote the updates', unseen: false })).toBeUndefined();
    expect(saidProblem({ text: ' \n', unseen: true })).toBeUndefined();
  });

  it('is asked for again where it is neither, both, or too long', () => {
    expect(saidProblem({ text: ' ', unseen: false })).toContain('Write what you saw');
    expect(saidProblem({ text: 'Wrote it', unseen: true })).toContain('take the mark away');
    expect(saidProblem({ text: 'x'.repeat(5_001), unseen: false })).toContain('Shorten it');
  });
});
