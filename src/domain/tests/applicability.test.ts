import { describe, expect, it } from 'vitest';
import { applicability } from '../applicability.ts';

const POLICY = { appliesTo: 'Everybody who keeps a watch', exempt: ['Pilots'], voluntaryUse: true };

const asked = { policy: POLICY, reach: 'within', team: 'Night watch', chose: false } as const;

describe('What a framework is to somebody', () => {
  it('should be used by whoever is in its reporting line', () => {
    expect(applicability(asked)).toEqual({
      answer: 'should use it',
      mayChoose: false,
      exemptTeamsUnknown: false,
    });
  });

  it('exempts the teams that its policy names, whatever their capitals', () => {
    expect(applicability({ ...asked, team: ' pilots' })).toMatchObject({
      answer: 'is exempt',
      mayChoose: true,
    });
  });

  it('can be chosen by others, where its policy leaves them free to', () => {
    expect(applicability({ ...asked, reach: 'outside' })).toMatchObject({
      answer: 'may choose it',
      mayChoose: true,
    });
    expect(applicability({ ...asked, reach: 'outside', chose: true })).toMatchObject({
      answer: 'chose to use it',
      mayChoose: false,
    });
    const policy = { ...POLICY, voluntaryUse: false };
    expect(applicability({ ...asked, policy, reach: 'outside' })).toMatchObject({
      answer: 'is not for them',
      mayChoose: false,
    });
  });

  it('can be chosen by the exempt', () => {
    expect(applicability({ ...asked, team: 'Pilots', chose: true }).answer).toBe('chose to use it');
  });

  it('says that nobody has placed it yet, or that it does not say', () => {
    expect(applicability({ ...asked, reach: 'not set' }).answer).toBe('not placed');
    const silent = { exempt: [], voluntaryUse: true };
    expect(applicability({ ...asked, policy: silent, reach: 'not set' }).answer).toBe('not said');
  });

  it('names what its source leaves open: some teams are exempt, and nobody knows which', () => {
    const policy = { ...POLICY, exempt: 'unknown' } as const;
    expect(applicability({ ...asked, policy }).exemptTeamsUnknown).toBe(true);
    expect(applicability({ ...asked, policy, reach: 'outside' }).exemptTeamsUnknown).toBe(false);
  });
});
