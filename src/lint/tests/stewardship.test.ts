import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import { lint, lintGuide, lintRoleProfile, RULES } from '../index.ts';
import { CONTEXT, found, framework, guide } from './made.ts';

const decision = { by: 'Mina', on: '2026-11-01', why: 'The crew says so' };

describe('a framework without anybody to ask', () => {
  it('has no steward until one is named or confirmed', () => {
    const nobody = framework([], { policy: DEFAULT_POLICY });
    expect(found('no-steward', nobody)).toMatchObject([{ severity: 'warning', quote: 'Harbour', line: 1 }]);
    const policy = [{ key: 'steward' as const, value: 'The harbour office', ...decision }];
    expect(found('no-steward', { ...nobody, confirmed: { rows: [], policy } })).toEqual([]);
  });

  it('is due for review when its day has passed, not before', () => {
    const reviewBy = (day: string) => framework([], { policy: { ...DEFAULT_POLICY, reviewBy: day } });
    expect(found('review-due', reviewBy('2026-11-21'))).toMatchObject([{ quote: '2026-11-21' }]);
    expect(found('review-due', reviewBy('2026-11-22'))).toEqual([]);
    expect(found('review-due', framework([], { policy: DEFAULT_POLICY }))).toEqual([]);
  });
});

describe('what the source says of its status', () => {
  const legacy = {
    status: 'legacy' as const,
    quote: 'This ladder is legacy',
    origin: { file: 'ladder.txt', line: 2 },
  };

  it('conflicts when only some of the levels say it', () => {
    expect(
      found('status-conflict', framework([], { sourceStatus: [{ ...legacy, level: 'pilot' }] })),
    ).toMatchObject([
      {
        severity: 'warning',
        quote: legacy.quote,
        line: 2,
        message: expect.stringContaining('Only Pilot says'),
      },
    ]);
  });

  it('conflicts when two statements differ, those of guides included', () => {
    const beta = guide('', { sourceStatus: [{ status: 'beta', quote: 'in beta' }] });
    expect(found('status-conflict', framework([], { sourceStatus: [legacy], guides: [beta] }))).toMatchObject(
      [{ message: expect.stringContaining('legacy and beta') }],
    );
  });

  it('holds when it speaks for all', () => {
    expect(found('status-conflict', framework([], { sourceStatus: [legacy] }))).toEqual([]);
    const each = ['deckhand', 'pilot'].map((id) => ({ ...legacy, level: id }));
    expect(found('status-conflict', framework([], { sourceStatus: each }))).toEqual([]);
    expect(found('status-conflict', framework())).toEqual([]);
  });
});

describe('a level that asks for much', () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `e${index}`,
      level: 'pilot',
      name: `Work number ${index}`,
    }));

  it('is told from thirteen competencies on', () => {
    expect(found('too-many-competencies', framework(entries(13)))).toMatchObject([
      {
        severity: 'note',
        entity: 'pilot',
        quote: 'Pilot',
        message: expect.stringContaining('13 competencies'),
      },
    ]);
    expect(found('too-many-competencies', framework(entries(12)))).toEqual([]);
  });
});

describe('accepted findings', () => {
  const misspelled = [{ id: 'a', level: 'pilot', name: 'Knots', examples: ['Ties a zorble'] }];

  it('leave the report and keep their reason', () => {
    const acceptance = { rule: 'spelling', quote: 'zorble', ...decision };
    const report = lint(framework(misspelled, { accepted: [acceptance] }), CONTEXT);
    expect(report.findings).toEqual([]);
    expect(report.accepted).toMatchObject([
      { finding: { rule: 'spelling', framework: 'harbour' }, acceptance },
    ]);
    expect(report.staleAcceptances).toEqual([]);
  });

  it('that no longer occur are told', () => {
    const acceptance = { rule: 'spelling', quote: 'zurble', ...decision };
    const report = lint(framework([], { accepted: [acceptance] }), CONTEXT);
    expect(report.staleAcceptances).toEqual([acceptance]);
    expect(report.findings).toMatchObject([{ rule: 'stale-acceptance', severity: 'note', quote: 'zurble' }]);
  });

  it('of readers are not the linter’s to judge', () => {
    const report = lint(framework([], { accepted: [{ rule: 'unexpected-part', ...decision }] }), CONTEXT);
    expect(report.staleAcceptances).toEqual([]);
  });

  it('never cover errors', () => {
    const lost = framework([{ id: 'a', level: 'captain', name: 'Knots' }], {
      accepted: [{ rule: 'dangling-id', ...decision }],
    });
    expect(lint(lost, CONTEXT).findings).toContainEqual(expect.objectContaining({ rule: 'dangling-id' }));
  });
});

describe('documents that belong to no framework yet', () => {
  it('are read with the rules that make sense for them alone', () => {
    const findings = lintGuide(guide('Read the the log. These boats are free:'), CONTEXT);
    expect(findings.map(({ rule, file, line }) => [rule, file, line])).toEqual([
      ['repeated-word', 'handbook.md', 7],
      ['empty-list', 'handbook.md', 7],
    ]);
  });

  it('may say what a holder is able to do', () => {
    const profile = {
      id: 'pilot',
      title: 'Role profile: pilot',
      aliases: [],
      purpose: 'Brings ships in.',
      responsibilities: ['Keeps the log of the harbor'],
      skills: [{ name: 'Sailing', abilities: ['Able to read charts'] }],
      qualifications: [],
      sections: [],
      draft: true,
      origin: { file: 'pilot.md', line: 1 },
    };
    expect(lintRoleProfile(profile, CONTEXT)).toMatchObject([
      { rule: 'spelling', quote: 'harbor', file: 'pilot.md' },
    ]);
  });
});

describe('every rule', () => {
  it('has an id of its own, a severity and a sentence that says why', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { id, about } of RULES) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(about, id).toMatch(/.{40}\.$/);
    }
  });

  it('is quiet on a sound framework', () => {
    const sound = framework([
      {
        id: 'a',
        level: 'deckhand',
        name: 'Mooring',
        statement: 'Moors small boats on a calm day.',
        examples: ['Brought the ferry to its berth while a colleague watched.'],
        proficiency: 'learning',
      },
      {
        id: 'b',
        level: 'pilot',
        name: 'Towing',
        statement: 'Tows any vessel into the dock.',
        examples: ['Freed a barge from the sandbank before the tide turned.'],
        proficiency: 'skilled',
      },
    ]);
    expect(lint(sound, CONTEXT)).toEqual({ findings: [], accepted: [], staleAcceptances: [] });
  });
});
