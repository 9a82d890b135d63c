import { expect, test } from 'vitest';
import { learningProblems } from '../learning.ts';

const TODAY = '2026-03-10';
const messages = (words: Partial<Parameters<typeof learningProblems>[0]>) =>
  learningProblems({ text: 'Radar logs', kind: '', state: 'wanted', day: '', ...words }, TODAY).map(
    ({ message }) => message,
  );

test('a thing to learn needs its words and whether it is learnt', () => {
  expect(messages({})).toEqual([]);
  expect(messages({ text: ' ', state: '' })).toEqual([
    'Write what you want to learn or have learnt',
    'Choose whether you want it or have learnt it',
  ]);
  expect(messages({ kind: 'heroics' })).toEqual(['Choose a kind of the list']);
});

test('what is learnt has happened, and what is wanted is to come', () => {
  expect(messages({ state: 'learnt', day: '2026-03-11' })).toEqual([
    'Choose a day that is not in the future',
  ]);
  expect(messages({ state: 'learnt', day: TODAY })).toEqual([]);
  expect(messages({ state: 'wanted', day: '2026-03-09' })).toEqual(['Choose a day that has not passed']);
  expect(messages({ state: 'wanted', day: TODAY })).toEqual([]);
  expect(messages({ day: '2026-02-30' })).toEqual(['Give the day as a date, such as 2026-03-12']);
});
