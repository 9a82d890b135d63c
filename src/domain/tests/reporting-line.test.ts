import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loopsIn, loopThrough } from '../reporting-line.ts';

const line = (...pairs: [string, string | null][]) => new Map(pairs);

describe('The reporting line', () => {
  it('finds the loop that a change would close, from the person to themselves', () => {
    const managers = line(['rosa', 'daniel'], ['daniel', 'olu'], ['olu', 'rosa']);
    expect(loopThrough('rosa', managers)).toEqual(['rosa', 'daniel', 'olu', 'rosa']);
  });

  it('is content with a line that ends', () => {
    expect(loopThrough('rosa', line(['rosa', 'daniel'], ['daniel', null]))).toBeUndefined();
    expect(loopThrough('rosa', line(['rosa', 'somebody unknown']))).toBeUndefined();
  });

  it('does not go round for ever in a loop of others', () => {
    expect(loopThrough('rosa', line(['rosa', 'a'], ['a', 'b'], ['b', 'a']))).toBeUndefined();
  });

  it('tells every loop once', () => {
    const managers = line(
      ['x', 'a'],
      ['a', 'b'],
      ['b', 'a'],
      ['own', 'own'],
      ['top', null],
      ['below', 'top'],
      ['y', 'x'],
    );
    expect(loopsIn(managers)).toEqual([
      ['a', 'b', 'a'],
      ['own', 'own'],
    ]);
  });

  it('finds a loop exactly where somebody is above themselves, in any line', () => {
    const lines = fc.array(fc.option(fc.nat(19)), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(lines, (above) => {
        const managers = new Map(
          above.map((manager, id) => [`${id}`, manager === null ? null : `${manager}`]),
        );
        const inLoops = new Set(loopsIn(managers).flat());
        for (const person of managers.keys()) {
          expect(inLoops.has(person)).toBe(loopThrough(person, managers) !== undefined);
        }
      }),
    );
  });
});
