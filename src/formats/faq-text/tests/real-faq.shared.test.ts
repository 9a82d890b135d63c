import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../domain/framework.ts';
import { sharedExists, sharedFile, warnIfSkipped } from '../../tests/files.ts';
import { faqText } from '../index.ts';

warnIfSkipped('the real FAQ');

describe.skipIf(!sharedExists)('the real FAQ', () => {
  const file = () => sharedFile('seeds/003_f9b5735ed2464fd4.txt');
  const guide = () => faqText.read([file()]).guides[0] as Guide;

  it('has seven questions, is beta and speaks of another name than the pages', () => {
    expect(faqText.recognises(file())).toBe(true);
    expect(guide().sections).toHaveLength(7);
    expect(guide().sourceStatus).toMatchObject([{ status: 'beta', origin: { line: 1 } }]);
    expect(guide().speaksOf).toBe('Operations Support');
    expect(guide().sections[6]?.body.endsWith('individual members.')).toBe(true);
  });

  it('proposes policy with its sentences', () => {
    expect(guide().proposals.map(({ key, value, origin }) => [key, value, origin?.line])).toEqual([
      ['individualContributorRoute', 'none', 11],
      ['earlierLevels', 'assumed', 21],
      ['examples', 'illustrative', 27],
      ['appliesTo', 'People that report in to the CTO', 31],
      ['exempt', 'unknown', 31],
      ['voluntaryUse', true, 35],
      ['weighting', 'none', 39],
      ['steward', 'Operations Support Progression Working Group', 43],
    ]);
    for (const { quote } of guide().proposals) expect(file().text).toContain(quote);
  });

  it('names its gaps', () => {
    expect(guide().gaps.map(({ kind, origin }) => [kind, origin?.line])).toEqual([
      ['missing guide', 7],
      ['empty list', 13],
      ['missing level', 19],
      ['empty list', 33],
    ]);
    expect(guide().gaps[2]?.explanation).toContain('“Mid”');
  });
});
