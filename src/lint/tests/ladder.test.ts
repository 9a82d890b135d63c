import { describe, expect, it } from 'vitest';
import { lintGuide } from '../index.ts';
import { CONTEXT, found, framework, guide, level } from './made.ts';

function withLevels(...names: string[]) {
  return framework([], { levels: names.map((name, index) => level(`l${index}`, name)) });
}

describe('a level left out', () => {
  it.each([
    [['Deckhand', 'Senior Pilot 2'], 'Senior Pilot 1'],
    [['Pilot 1', 'Pilot 3'], 'Pilot 2'],
    [['Master 2 (Coast)', 'Master 2 (River)'], 'Master 1'],
  ])('of %j is %s', (names, missing) => {
    expect(found('level-missing', withLevels(...names))).toMatchObject([
      { severity: 'warning', file: 'ladder.txt', message: expect.stringContaining(`no “${missing}”`) },
    ]);
  });

  it.each([[['Pilot', 'Pilot 2']], [['Grade 6', 'Grade 7']], [['Pilot 1', 'Pilot 2']], [['Class of 2024']]])(
    'is not seen in %j',
    (names) => {
      expect(found('level-missing', withLevels(...names))).toEqual([]);
    },
  );

  it('that the source names is told once, in the source’s words', () => {
    const gap = {
      id: 'g',
      kind: 'missing level' as const,
      quote: 'Senior Pilot 1 follows later',
      explanation: 'The level “Senior Pilot 1” is announced and not there.',
      origin: { file: 'ladder.txt', line: 2 },
    };
    const told = { ...withLevels('Senior Pilot 2'), gaps: [gap] };
    expect(found('level-missing', told)).toMatchObject([
      { quote: gap.quote, line: 2, message: gap.explanation },
    ]);
  });
});

describe('a level that only a text knows', () => {
  const levels = [level('senior-1', 'Senior Pilot 1'), level('senior-2', 'Senior Pilot 2')];

  function named(body: string) {
    return found('unknown-level-name', framework([], { levels, guides: [guide(body)] }));
  }

  it.each([
    ['We expect a Senior Pilot 3 to know the coast.', 'We expect a Senior Pilot 3 to know the coast.'],
    [
      'Look at the “Cadet to Senior 1” level first. Then rest.',
      'Look at the “Cadet to Senior 1” level first.',
    ],
  ])('is found in “%s”', (body, quote) => {
    expect(named(body)).toMatchObject([
      { severity: 'warning', entity: 'handbook', file: 'handbook.md', line: 7, quote },
    ]);
  });

  it.each([
    ['Our Senior 2 Pilots still show the “Senior 1 to Senior 2” level.'],
    ['A senior pilot is somebody with experience.'],
    ['We talk on the same level.'],
  ])('is not seen in “%s”', (body) => {
    expect(named(body)).toEqual([]);
  });

  it('is told from the gaps of a guide that belongs to no framework yet', () => {
    const gap = {
      id: 'g',
      kind: 'missing level' as const,
      quote: '“Cadet to Pilot”',
      explanation: 'Nobody knows “Cadet”.',
    };
    const [finding] = lintGuide(guide('', { gaps: [gap] }), CONTEXT);
    expect(finding).toMatchObject({ rule: 'unknown-level-name', quote: gap.quote, message: gap.explanation });
  });
});

describe('proficiencies', () => {
  const four = ['a', 'b', 'c', 'd'].map((id, index) => ({
    id,
    level: index < 2 ? 'deckhand' : 'pilot',
    name: `Work ${id}`,
    proficiency: 'skilled',
    line: 20 + index,
  }));

  it('that are asked for and not defined are found, once each', () => {
    const undefinedStep = framework(four, {
      scale: { ordered: true, steps: [{ id: 'skilled', name: 'Skilled' }] },
    });
    expect(found('proficiency-undefined', undefinedStep)).toMatchObject([
      { severity: 'warning', quote: 'Skilled', line: 20, message: expect.stringContaining('4 times') },
    ]);
    expect(found('proficiency-undefined', framework(four))).toEqual([]);
  });

  it('that never vary over levels are found', () => {
    expect(found('proficiency-never-varies', framework(four))).toMatchObject([
      {
        quote: 'Skilled',
        file: 'ladder.txt',
        line: 1,
        message: expect.stringContaining('All 4 expectations at 2 levels'),
      },
    ]);
    expect(found('proficiency-never-varies', framework(four.slice(0, 2)))).toEqual([]);
    const varied = four.map((entry, index) => (index === 3 ? { ...entry, proficiency: 'learning' } : entry));
    expect(found('proficiency-never-varies', framework(varied))).toEqual([]);
  });

  it('that nobody ordered are told, and then not compared', () => {
    const mixed = four.map((entry, index) => (index > 1 ? { ...entry, proficiency: 'learning' } : entry));
    const scale = { ...framework().scale, ordered: false };
    expect(found('scale-unordered', framework(mixed, { scale }))).toMatchObject([
      { quote: 'Learning, Skilled' },
    ]);
    expect(found('scale-unordered', framework(mixed))).toEqual([]);
  });

  it('that fall along a row are found at the later level', () => {
    const row = framework([
      { id: 'a', level: 'deckhand', name: 'Knots', proficiency: 'skilled' },
      { id: 'b', level: 'pilot', name: 'Knots', proficiency: 'learning', line: 44 },
    ]);
    const rows = [{ competency: 'a-row', joins: ['b-row'], by: 'Mina', on: '2026-11-01' }];
    const joined = { ...row, confirmed: { rows, policy: [] } };
    expect(found('proficiency-falls', row)).toEqual([]);
    expect(found('proficiency-falls', joined)).toMatchObject([
      {
        severity: 'warning',
        quote: 'Learning',
        line: 44,
        message: expect.stringContaining('“Skilled” at Deckhand'),
      },
    ]);
    const scale = { ...joined.scale, ordered: false };
    expect(found('proficiency-falls', { ...joined, scale })).toEqual([]);
  });
});
