import { describe, expect, test } from 'vitest';
import type { Side } from '../conversation.ts';
import {
  ACTION_CHANGES,
  actionProblems,
  changeProblems,
  isOverdue,
  OBJECTIVE_STATES,
  type ObjectiveState,
  objectiveProblems,
  refuseActionChange,
  refuseRewording,
  refuseState,
} from '../plan.ts';

describe('an objective', () => {
  const next = (state: ObjectiveState, side: Side, proposedBy: Side = 'person') =>
    OBJECTIVE_STATES.filter((to) => refuseState({ state, proposedBy }, to, side) === undefined);

  test('is agreed by the side that did not propose it', () => {
    expect(next('proposed', 'person')).toEqual(['reached', 'dropped']);
    expect(next('proposed', 'manager')).toEqual(['agreed', 'reached', 'dropped']);
    expect(next('proposed', 'person', 'manager')).toEqual(['agreed', 'reached', 'dropped']);
    expect(refuseState({ state: 'proposed', proposedBy: 'manager' }, 'agreed', 'manager')).toBe(
      'Your side proposed it; the other side agrees to it.',
    );
  });

  test('is reached or dropped by either side, and can be proposed again', () => {
    expect(next('agreed', 'manager')).toEqual(['reached', 'dropped']);
    expect(next('agreed', 'person')).toEqual(['reached', 'dropped']);
    expect(next('reached', 'person')).toEqual(['proposed']);
    expect(next('dropped', 'manager')).toEqual(['proposed']);
    expect(refuseState({ state: 'dropped', proposedBy: 'person' }, 'reached', 'person')).toBe(
      'It was dropped. Propose it again first.',
    );
  });

  test('changes while it is open', () => {
    expect(OBJECTIVE_STATES.filter((state) => refuseRewording({ state }) === undefined)).toEqual([
      'proposed',
      'agreed',
    ]);
  });

  test('says what is wrong with it as an instruction', () => {
    const words = { text: ' ', why: 'x'.repeat(4001), howKnown: '', until: '2026-02-30' };
    expect(objectiveProblems(words, '2026-03-01')).toEqual([
      { field: 'text', message: 'Write what you want to grow' },
      { field: 'why', message: 'Shorten it to 4,000 characters; it has 4,001' },
      { field: 'until', message: 'Give the day as a date, such as 2026-03-12' },
    ]);
    expect(
      objectiveProblems({ text: 'ok', why: '', howKnown: '', until: '2026-02-28' }, '2026-03-01'),
    ).toEqual([{ field: 'until', message: 'Choose a day that has not passed' }]);
  });
});

describe('an action', () => {
  test('may be done, moved, dropped or handed over while it is open, and taken up again once it is closed', () => {
    const may = (closed: boolean) =>
      ACTION_CHANGES.filter((change) => refuseActionChange({ closed }, change) === undefined);
    expect(may(false)).toEqual(['done', 'moved', 'dropped', 'handed over']);
    expect(may(true)).toEqual(['taken up again']);
  });

  test('is overdue from the day after it was due until it is closed', () => {
    expect(isOverdue({ dueOn: '2026-03-01', closed: false }, '2026-03-01')).toBe(false);
    expect(isOverdue({ dueOn: '2026-03-01', closed: false }, '2026-03-02')).toBe(true);
    expect(isOverdue({ dueOn: '2026-03-01', closed: true }, '2026-03-02')).toBe(false);
    expect(isOverdue({ dueOn: null, closed: false }, '2026-03-02')).toBe(false);
  });

  test('is moved to another day with a reason, and dropped with one', () => {
    const action = { dueOn: '2026-03-10', closed: false };
    const problems = (change: Parameters<typeof changeProblems>[1]) =>
      changeProblems(action, change, '2026-03-01').map(({ message }) => message);
    expect(problems({ change: 'moved', dueOn: '', reason: '' })).toEqual([
      'Choose the day to which it is moved',
      'Write why it is moved',
    ]);
    expect(problems({ change: 'moved', dueOn: '2026-03-10', reason: 'Fog' })).toEqual(['Choose another day']);
    expect(problems({ change: 'moved', dueOn: '2026-04-10', reason: 'Fog' })).toEqual([]);
    expect(problems({ change: 'dropped', dueOn: '', reason: ' ' })).toEqual(['Write why it is dropped']);
    expect(problems({ change: 'done', dueOn: '', reason: '' })).toEqual([]);
  });

  test('is due on a day that has not passed, or on none', () => {
    expect(actionProblems({ text: 'Find a night', dueOn: '' }, '2026-03-01')).toEqual([]);
    expect(actionProblems({ text: '', dueOn: '2026-02-01' }, '2026-03-01')).toEqual([
      { field: 'text', message: 'Write what is to be done' },
      { field: 'due-on', message: 'Choose a day that has not passed' },
    ]);
  });
});
