import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeChange } from '../merge.ts';

const text = fc.constantFrom('', 'a', 'b', 'c');
const row = fc.record({ stance: text, note: text });

describe('two who change the same', () => {
  it('takes from each what only one of them changed', () => {
    const was = { stance: '', note: 'old' };
    const merge = mergeChange(was, { stance: 'sometimes', note: 'old' }, { stance: '', note: 'theirs' });
    expect(merge).toEqual({ merged: { stance: 'sometimes', note: 'theirs' }, conflicts: [] });
  });

  it('names what both changed to something else, and leaves it as it stands', () => {
    const was = { stance: '', note: '' };
    const merge = mergeChange(was, { stance: '', note: 'mine' }, { stance: '', note: 'theirs' });
    expect(merge).toEqual({ merged: { stance: '', note: 'theirs' }, conflicts: ['note'] });
  });

  it('loses nothing: each change is in the result or named', () => {
    fc.assert(
      fc.property(row, row, row, (was, mine, now) => {
        const { merged, conflicts } = mergeChange(was, mine, now);
        for (const field of ['stance', 'note'] as const) {
          if (mine[field] !== was[field] && !conflicts.includes(field))
            expect(merged[field]).toBe(mine[field]);
          if (now[field] !== was[field]) expect(merged[field]).toBe(now[field]);
        }
      }),
    );
  });

  it('is the same the second time', () => {
    fc.assert(
      fc.property(row, row, row, (was, mine, now) => {
        const first = mergeChange(was, mine, now);
        fc.pre(first.conflicts.length === 0);
        expect(mergeChange(was, mine, first.merged)).toEqual({ merged: first.merged, conflicts: [] });
      }),
    );
  });
});
