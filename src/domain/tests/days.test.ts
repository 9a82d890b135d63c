import { describe, expect, it } from 'vitest';
import { dayIn, daysAgo, isDay, latestToday } from '../days.ts';

describe('days', () => {
  it.each(['2026-03-12', '2024-02-29', '0001-01-01'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each(['2026-02-29', '2026-13-01', '12 March', '2026-3-1', '2026-03-12T00:00', ''])(
    '%j is none',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it('are those of the place', () => {
    const late = new Date('2026-03-12T23:30:00Z');
    expect(dayIn('Europe/London', late)).toBe('2026-03-12');
    expect(dayIn('Asia/Manila', late)).toBe('2026-03-13');
    expect(dayIn('Nowhere/None', late)).toBe('2026-03-12');
    expect(latestToday(late)).toBe('2026-03-13');
  });

  it('are said as people say them while they are near', () => {
    const said = ['2026-03-12', '2026-03-11', '2026-03-06', '2026-03-05', '2026-03-13'];
    expect(said.map((day) => daysAgo(day, '2026-03-12'))).toEqual([
      'today',
      'yesterday',
      '6 days ago',
      undefined,
      undefined,
    ]);
  });
});
