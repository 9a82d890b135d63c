import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTimeAt, instantOf, isTime } from '../clock-time.ts';

const ZONES = [
  'UTC',
  'Europe/London',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Nowhere/Such',
];

const at = (day: string, time: string, zone: string) => instantOf({ day, time }, zone).toISOString();

describe('a time on somebody’s clock', () => {
  it('is an instant, in summer and in winter', () => {
    expect(at('2026-12-03', '14:30', 'Europe/London')).toBe('2026-12-03T14:30:00.000Z');
    expect(at('2026-07-03', '14:30', 'Europe/London')).toBe('2026-07-03T13:30:00.000Z');
    expect(at('2026-12-03', '14:30', 'Asia/Kathmandu')).toBe('2026-12-03T08:45:00.000Z');
  });

  it('that is skipped in spring is the one after it, and of two in autumn the first', () => {
    expect(at('2026-03-29', '01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25', '01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('of any instant leads back to it, but for the hour that comes twice', () => {
    const minutes = fc
      .integer({ min: 0, max: 60 * 24 * 365 * 3 })
      .map((n) => Date.UTC(2025, 0, 1) + n * 60_000);
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (instant, zone) => {
        const back = instantOf(clockTimeAt(new Date(instant), zone), zone).getTime();
        expect([0, 3_600_000, 1_800_000]).toContain(instant - back);
      }),
    );
  });

  it('is written with hours and minutes', () => {
    expect(['00:00', '23:59'].every(isTime)).toBe(true);
    expect(['24:00', '7:30', '12:60', '', '12:30:00'].some(isTime)).toBe(false);
  });
});
