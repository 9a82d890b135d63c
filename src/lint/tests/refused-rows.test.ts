import { describe, expect, it } from 'vitest';
import type { Framework } from '../../domain/framework.ts';
import { withConfirmations } from '../../domain/rows.ts';
import { lint, proposeRows } from '../index.ts';
import { CONTEXT, framework } from './made.ts';

const WHO = { by: 'steward', on: '2026-11-22' };

/** Competency ids are the entries' with `-row` behind them. */
function refusing(given: Framework, ...pairs: [string, string][]): Framework {
  const refused = pairs.map(([competency, differsFrom]) => ({ competency, differsFrom, ...WHO }));
  return { ...given, confirmed: { ...given.confirmed, refused } };
}

const DRIFTED = framework([
  { id: 'a', level: 'deckhand', name: 'Answering signal' },
  { id: 'b', level: 'pilot', name: 'Answering signals' },
]);

const SAME = framework([
  { id: 'a', level: 'deckhand', name: 'Night watch' },
  { id: 'b', level: 'pilot', name: 'Night watch' },
  { id: 'c', level: 'pilot', name: 'Night watch' },
]);

describe('a pair that a person refused', () => {
  it('is not proposed again, whichever of the two was named first', () => {
    expect(proposeRows(DRIFTED)).toHaveLength(1);
    expect(proposeRows(refusing(DRIFTED, ['a-row', 'b-row']))).toEqual([]);
    expect(proposeRows(refusing(DRIFTED, ['b-row', 'a-row']))).toEqual([]);
  });

  it('is no finding any more', () => {
    const rules = (given: Framework) => lint(given, CONTEXT).findings.map(({ rule }) => rule);
    expect(rules(DRIFTED)).toContain('row-misaligned');
    expect(rules(refusing(DRIFTED, ['a-row', 'b-row']))).not.toContain('row-misaligned');
  });

  it('leaves the others of the same name to be proposed', () => {
    expect(proposeRows(SAME)).toEqual([
      { competency: 'a-row', joins: ['b-row', 'c-row'], certainty: 'same name' },
    ]);
    expect(proposeRows(refusing(SAME, ['a-row', 'b-row']))).toEqual([
      { competency: 'a-row', joins: ['c-row'], certainty: 'same name' },
    ]);
  });

  it('stays refused for what was joined to one of the two', () => {
    const given = refusing(SAME, ['b-row', 'c-row']);
    const rows = [{ competency: 'a-row', joins: ['b-row'], ...WHO }];
    const joined = withConfirmations({ ...given, confirmed: { ...given.confirmed, rows } });
    expect(proposeRows(joined)).toEqual([]);
  });

  it('is reported where it names a row that is not there', () => {
    const findings = lint(refusing(DRIFTED, ['a-row', 'gone']), CONTEXT).findings;
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'dangling-id',
        quote: 'gone',
        message: expect.stringContaining('A refused row'),
      }),
    );
  });
});
