import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helpedIn } from '../agreed-record.ts';
import { canonicalJson } from '../canonical-json.ts';

describe('what is kept of an agreement', () => {
  it('is the same text for the same content, in whatever order it was put together', () => {
    const shuffled = (value: object) => Object.fromEntries(Object.entries(value).toReversed());
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('names once whom the evidence helped', () => {
    const rows = [
      { evidence: [{ helped: 'Pier two' }, {}] },
      { evidence: [{ helped: 'Mei Tanaka' }, { helped: 'Pier two, the night crew' }] },
    ];
    expect(helpedIn(rows)).toEqual(['Pier two', 'Mei Tanaka', 'the night crew']);
  });
});
