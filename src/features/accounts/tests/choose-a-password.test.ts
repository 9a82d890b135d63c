import { expect, it } from 'vitest';
import { passwordProblem } from '../passwords.ts';

const ROSA = { name: 'Rosa Lindqvist', email: 'rosa@harbour.example' };

it.each([
  'three boats at anchor',
  'Tr0ub4dor&3 again',
  'ötzi mag pfannkuchen',
  'rosa goes round the world',
  'cairns of the northern isles',
  '船が三隻停泊している港の朝',
])('takes %s', async (password) => {
  expect(await passwordProblem(password, ROSA)).toBeUndefined();
});

it.each([
  ['', 'Choose a password'],
  ['short one', 'longer'],
  ['x'.repeat(201), 'shorter'],
  ['aaaaaaaaaaaa', 'repeat or count'],
  ['abcabcabcabc', 'repeat or count'],
  ['1234567890', 'repeat or count'],
  ['0987654321', 'repeat or count'],
  ['qwertyuiop', 'lists'],
  ['Password2026!', 'lists'],
  ['P@ssw0rd1234', 'lists'],
  ['1q2w3e4r5t6y', 'lists'],
  ['sunshine123!', 'lists'],
  ['rosalindqvist', 'your name'],
  ['Rosa-Lindqvist-1', 'your name'],
  ['rosa@harbour.example', 'your name'],
  ['cairncairn26', 'your name'],
])('refuses %s and says what to do', async (password, words) => {
  expect(await passwordProblem(password, ROSA)).toContain(words);
});
