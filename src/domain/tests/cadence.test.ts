import { expect, test } from 'vitest';
import { proposeTalks, rhythmInWords } from '../cadence.ts';

// A Tuesday.
const TODAY = '2026-03-10';

test('a rhythm is said as people say it', () => {
  expect([1, 2, 3, 12].map(rhythmInWords)).toEqual([
    'every month',
    'every 2 months',
    'every quarter',
    'every year',
  ]);
});

test('a talk is proposed for the day on which it is due, and the Monday after a weekend', () => {
  const proposed = proposeTalks(
    [
      { person: 'b', dueOn: '2026-03-29' },
      { person: 'a', dueOn: '2026-03-25' },
    ],
    TODAY,
  );
  expect(proposed).toEqual([
    { person: 'a', day: '2026-03-25', time: '10:00' },
    { person: 'b', day: '2026-03-30', time: '10:00' },
  ]);
});

test('what is late leaves a week to prepare, and nobody has more than four talks a day', () => {
  const late = Array.from({ length: 9 }, (_, index) => ({ person: `${index}`, dueOn: '2026-01-01' }));
  const days = proposeTalks(late, TODAY).map(({ day, time }) => `${day} ${time}`);
  expect(days).toEqual([
    '2026-03-17 10:00',
    '2026-03-17 11:30',
    '2026-03-17 14:00',
    '2026-03-17 15:30',
    '2026-03-18 10:00',
    '2026-03-18 11:30',
    '2026-03-18 14:00',
    '2026-03-18 15:30',
    '2026-03-19 10:00',
  ]);
});

test('without a rhythm nothing is proposed', () => {
  expect(proposeTalks([{ person: 'a', dueOn: null }], TODAY)).toEqual([]);
});
