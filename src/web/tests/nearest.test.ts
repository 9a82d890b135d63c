import { describe, expect, it } from 'vitest';
import { nearest } from '../nearest.ts';

const candidates = ['operations', 'engineering', 'Senior Engineer 2', 'ops'].map((word) => ({
  words: [word],
}));
const found = (typed: string) => nearest(typed, candidates).map(({ words }) => words[0]);

describe('what an address may have meant', () => {
  it('is found by a slip, by case and by a part of the name', () => {
    expect(found('opertions')).toEqual(['operations']);
    expect(found('OPERATIONS')).toEqual(['operations']);
    expect(found('senior-engineer-2')).toEqual(['Senior Engineer 2']);
    expect(found('engineer')).toEqual(['engineering', 'Senior Engineer 2']);
  });

  it('is nothing where nothing is near, or the text is no slip of a finger', () => {
    expect(found('zzzzzz')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(found('o'.repeat(10_000))).toEqual([]);
  });

  it('is found among many', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({ words: [`level-number-${n}`] }));
    nearest('level-number-99999', many);
  });
});
