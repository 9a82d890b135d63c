import { describe, expect, it } from 'vitest';
import { refusalOfDeputy, standsIn } from '../deputies.ts';

const TODAY = '2026-11-22';
const span = (firstDay: string, lastDay: string, deputy = 'lucia') => ({ deputy, firstDay, lastDay });

describe('Naming a deputy', () => {
  it.each([
    ['oneself', span(TODAY, TODAY, 'daniel')],
    ['ends before it begins', span('2026-12-02', '2026-12-01')],
    ['over already', span('2026-11-01', '2026-11-21')],
    ['longer than a year', span('2026-11-22', '2027-11-23')],
    ['named already', span('2026-12-10', '2026-12-24')],
    [undefined, span('2026-12-11', '2027-12-11')],
    [undefined, span('2026-11-22', '2026-11-22')],
    [undefined, span('2026-12-01', '2026-12-10', 'amir')],
  ])('answers %s', (refusal, wanted) => {
    const named = [span('2026-12-01', '2026-12-10')];
    expect(refusalOfDeputy('daniel', wanted, named, TODAY)).toBe(refusal);
  });

  it('counts both days', () => {
    const week = span('2026-12-01', '2026-12-07');
    expect(
      ['2026-11-30', '2026-12-01', '2026-12-07', '2026-12-08'].map((day) => standsIn(week, day)),
    ).toEqual([false, true, true, false]);
  });
});
