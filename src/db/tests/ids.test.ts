import { expect, test } from 'vitest';
import { isId, newId } from '../ids.ts';

test('ids sort in the order in which they were made, however many a millisecond sees', () => {
  const made = Array.from({ length: 10_000 }, newId);
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  expect(made.every(isId)).toBe(true);
});
