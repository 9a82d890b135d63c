import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, hourIn, instantIn, weekdayOf, workingDay } from '../calendar.ts';

test('days are added across months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});

test('a month later is the same day, or the last of a shorter month', () => {
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2026-10-15', 3)).toBe('2027-01-15');
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
});

test('days between two days are counted with their direction', () => {
  expect(daysBetween('2026-03-01', '2026-03-12')).toBe(11);
  expect(daysBetween('2026-03-12', '2026-03-01')).toBe(-11);
});

test('a weekend gives way to its Monday', () => {
  expect(weekdayOf('2026-11-22')).toBe(7);
  expect(workingDay('2026-11-21')).toBe('2026-11-23');
  expect(workingDay('2026-11-22')).toBe('2026-11-23');
  expect(workingDay('2026-11-24')).toBe('2026-11-24');
});

test('an hour is that of the place, and of UTC where the place is none', () => {
  const instant = new Date('2026-07-01T23:30:00Z');
  expect(hourIn('Europe/London', instant)).toBe(0);
  expect(hourIn('Asia/Kolkata', instant)).toBe(5);
  expect(hourIn(undefined, instant)).toBe(23);
  expect(hourIn('Nowhere/Such', instant)).toBe(23);
});

test.each([
  ['Europe/London', '2026-07-01', '10:00', '2026-07-01T09:00:00.000Z'],
  ['Europe/London', '2026-12-01', '10:00', '2026-12-01T10:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-12-01', '01:00', '2026-11-30T11:00:00.000Z'],
  ['America/New_York', '2026-11-01', '09:00', '2026-11-01T14:00:00.000Z'],
  ['Asia/Kathmandu', '2026-01-01', '00:15', '2025-12-31T18:30:00.000Z'],
  // The clocks go from 01:00 to 02:00.
  ['Europe/London', '2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
  [undefined, '2026-01-01', '12:34', '2026-01-01T12:34:00.000Z'],
])('clocks in %s show %s %s at %s', (timeZone, day, time, instant) => {
  expect(instantIn(timeZone, day, time).toISOString()).toBe(instant);
});
