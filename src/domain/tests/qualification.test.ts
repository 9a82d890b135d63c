import { expect, test } from 'vitest';
import {
  heldInWords,
  holdsLongest,
  isSameQualification,
  plainName,
  qualificationProblems,
  warningOf,
} from '../qualification.ts';

const TODAY = '2026-03-10';

test('what somebody holds is said in words, never as a verdict', () => {
  const words = (from: string | null, until: string | null) => heldInWords({ from, until }, TODAY);
  expect(words(null, null)).toBe('held');
  expect(words('2024-03-01', '2027-03-31')).toBe('held until March 2027');
  expect(words(null, TODAY)).toBe('held until March 2026');
  expect(words(null, '2026-03-09')).toBe('ended in March 2026');
  expect(words('2026-06-01', '2029-06-01')).toBe('held from June 2026');
});

test('it warns 90 and 30 days ahead, and no more once it has ended', () => {
  const warning = (until: string | null) => warningOf({ from: null, until }, TODAY);
  expect(warning('2026-06-09')).toBeUndefined();
  expect(warning('2026-06-08')).toBe(90);
  expect(warning('2026-04-10')).toBe(90);
  expect(warning('2026-04-09')).toBe(30);
  expect(warning(TODAY)).toBe(30);
  expect(warning('2026-03-09')).toBeUndefined();
  expect(warning(null)).toBeUndefined();
});

test('a name of a role profile is found again however it is typed', () => {
  expect(isSameQualification('**Harbour<sup>®</sup> 2: Basics**', 'harbour 2 basics')).toBe(true);
  expect(isSameQualification('[First aid](https://x.example)', 'First Aid')).toBe(true);
  expect(isSameQualification('Harbour 2: Basics', 'Harbour 3: Basics')).toBe(false);
  expect(plainName('**Harbour<sup>®</sup> 2:  Basics**')).toBe('Harbour® 2: Basics');
});

test('of several the one that holds longest counts', () => {
  const held = (until: string | null) => ({ from: null, until });
  expect(holdsLongest([held('2026-01-01'), held('2028-01-01'), held('2027-01-01')])?.until).toBe(
    '2028-01-01',
  );
  expect(holdsLongest([held('2026-01-01'), held(null)])?.until).toBeNull();
  expect(holdsLongest([])).toBeUndefined();
});

test('what is wrong is said as an instruction', () => {
  const problems = qualificationProblems({
    name: '',
    body: 'x'.repeat(301),
    number: '',
    from: '2026-03-01',
    until: '2026-02-01',
  });
  expect(problems).toEqual([
    { field: 'name', message: 'Write its name' },
    { field: 'body', message: 'Shorten it to 300 characters' },
    { field: 'until', message: 'Choose a day after the one from which it holds' },
  ]);
});
