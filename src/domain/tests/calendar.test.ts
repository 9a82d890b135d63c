import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, weekdayOf, workingDay } from '../calendar.ts';

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
