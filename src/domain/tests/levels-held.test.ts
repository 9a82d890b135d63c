import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideLevel, type LevelHeld } from '../levels-held.ts';

const TODAY = '2026-11-22';

function held(level: string, since: string, until: string | null = null): LevelHeld {
  return { id: `${level} ${since}`, framework: 'harbour', level, since, until };
}

const wanted = (level: string, since: string) => ({ framework: 'harbour', level, since });

describe('Setting a level', () => {
  it('begins a first one', () => {
    expect(decideLevel([], wanted('watch', '2025-02-01'), TODAY)).toEqual({
      kind: 'begins',
      ends: undefined,
    });
  });

  it('ends the one held so far on the day on which the next begins', () => {
    const watch = held('watch', '2025-02-01');
    expect(decideLevel([watch], wanted('lead', '2026-03-01'), TODAY)).toEqual({
      kind: 'begins',
      ends: watch,
    });
  });

  it('refuses a day that has not come', () => {
    expect(decideLevel([], wanted('watch', '2026-11-23'), TODAY)).toEqual({
      kind: 'refused',
      reason: 'day to come',
    });
  });

  it('never lets two levels be held on one day', () => {
    const watch = held('watch', '2025-02-01');
    expect(decideLevel([watch], wanted('lead', '2025-01-31'), TODAY)).toEqual({
      kind: 'refused',
      reason: 'earlier than the level held',
      by: watch,
    });
  });

  it('says that a level is held already', () => {
    const watch = held('watch', '2025-02-01');
    expect(decideLevel([watch], wanted('watch', '2025-02-01'), TODAY)).toMatchObject({
      reason: 'held already',
    });
  });

  it('takes the same level from another day, or another level from the same day, for a correction', () => {
    const before = held('watch', '2024-02-01', '2025-02-01');
    const lead = held('lead', '2025-02-01');
    const correction = { kind: 'corrects', held: lead, before };
    expect(decideLevel([before, lead], wanted('lead', '2025-01-01'), TODAY)).toEqual(correction);
    expect(decideLevel([lead, before], wanted('manager', '2025-02-01'), TODAY)).toEqual(correction);
  });

  it('refuses a correction that leaves no day for the level before', () => {
    const before = held('watch', '2024-02-01', '2025-02-01');
    const decision = decideLevel([before, held('lead', '2025-02-01')], wanted('lead', '2024-02-01'), TODAY);
    expect(decision).toEqual({ kind: 'refused', reason: 'earlier than the level before', by: before });
  });

  it('begins again after an end', () => {
    const ended = held('watch', '2024-02-01', '2025-02-01');
    expect(decideLevel([ended], wanted('watch', '2025-02-01'), TODAY).kind).toBe('begins');
    expect(decideLevel([ended], wanted('watch', '2025-01-31'), TODAY).kind).toBe('refused');
  });

  it('keeps every history free of overlaps, whatever is asked of it', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
    const asks = fc.array(fc.tuple(fc.constantFrom('watch', 'lead', 'manager'), days), { maxLength: 30 });
    fc.assert(
      fc.property(asks, (all) => {
        let history: LevelHeld[] = [];
        for (const [index, [level, since]] of all.entries())
          history = after(history, level, since, `${index}`);
        const inOrder = history.toSorted((a, b) => (a.since < b.since ? -1 : 1));
        for (const [index, one] of inOrder.entries()) {
          expect(one.until ?? '9999').toBe(inOrder[index + 1]?.since ?? '9999');
          expect(one.until === null || one.since < one.until).toBe(true);
        }
      }),
    );
  });
});

/** The history as the action writes it. */
function after(history: LevelHeld[], level: string, since: string, id: string): LevelHeld[] {
  const decision = decideLevel(history, wanted(level, since), TODAY);
  if (decision.kind === 'refused') return history;
  if (decision.kind === 'begins') {
    const ended = history.map((one) => (one === decision.ends ? { ...one, until: since } : one));
    return [...ended, { id, framework: 'harbour', level, since, until: null }];
  }
  return history.map((one) => {
    if (one === decision.held) return { ...one, level, since };
    return one === decision.before ? { ...one, until: since } : one;
  });
}
