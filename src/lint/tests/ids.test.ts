import { describe, expect, it } from 'vitest';
import { acceptanceOf } from '../../domain/finding.ts';
import { found, framework, guide, level } from './made.ts';

const decision = { by: 'Mina', on: '2026-11-01' };

describe('ids', () => {
  it('may not be shared by two things of a kind', () => {
    const shared = framework([
      { id: 'a', level: 'pilot', name: 'Knots', line: 4 },
      { id: 'a', level: 'pilot', name: 'Charts', line: 9 },
    ]);
    const [competency, expectation] = found('duplicate-id', shared);
    expect(competency).toMatchObject({ severity: 'error', quote: 'a-row', line: 9 });
    expect(expectation).toMatchObject({ quote: 'a', message: expect.stringContaining('ladder.txt, line 4') });
  });

  it('may be shared by a theme and the competency that it is', () => {
    const one = framework([], {
      themes: [{ id: 'knots', name: 'Knots' }],
      competencies: [{ id: 'knots', theme: 'knots', name: 'Knots' }],
    });
    expect(found('duplicate-id', one)).toEqual([]);
  });

  it('may be shared by points of two expectations, not of one', () => {
    const points = framework([
      { id: 'a', level: 'pilot', name: 'Knots', points: ['Ties', 'Checks'] },
      { id: 'b', level: 'pilot', name: 'Charts', points: ['Reads'] },
    ]);
    expect(found('duplicate-id', points)).toEqual([]);
    const [first] = points.expectations;
    first?.points.push({ id: 'p1', text: 'Mends' });
    expect(found('duplicate-id', points)).toMatchObject([{ quote: 'a / p1' }]);
  });

  it('must lead somewhere', () => {
    const lost = framework(
      [{ id: 'a', level: 'captain', name: 'Knots', theme: 'sea', proficiency: 'wizard' }],
      {
        levels: [level('deckhand', 'Deckhand', ['mate']), level('pilot', 'Pilot')],
        sourceStatus: [{ status: 'beta', quote: 'beta', level: 'cook' }],
        confirmed: { rows: [{ competency: 'a-row', joins: ['gone-row'], ...decision }], policy: [] },
        lineage: [{ kind: 'same', from: ['x'], to: ['y-row'] }],
      },
    );
    expect(found('dangling-id', lost).map(({ quote }) => quote)).toEqual([
      'mate',
      'sea',
      'captain',
      'wizard',
      'cook',
      'gone-row',
      'y-row',
    ]);
    expect(found('dangling-id', lost)[0]?.severity).toBe('error');
  });

  it('of rows that a confirmation joined are still known', () => {
    const joined = framework(
      [
        { id: 'a', level: 'deckhand', name: 'Knots' },
        { id: 'b', level: 'pilot', name: 'Knots' },
      ],
      { confirmed: { rows: [{ competency: 'a-row', joins: ['b-row'], ...decision }], policy: [] } },
    );
    expect(found('dangling-id', joined)).toEqual([]);
  });

  it('cannot be accepted away when wrong', () => {
    const [error] = found('dangling-id', framework([{ id: 'a', level: 'captain', name: 'Knots' }]));
    if (error === undefined) throw new Error('the dangling level was not found');
    expect(acceptanceOf(error, [{ rule: 'dangling-id', why: 'no', ...decision }])).toBeUndefined();
  });

  it('of guide sections are unique within the guide', () => {
    const sections = ['first', 'first'].map((id) => ({
      id,
      heading: 'Tides',
      body: 'They come twice a day.',
    }));
    expect(found('duplicate-id', framework([], { guides: [guide('', { sections })] }))).toMatchObject([
      { quote: 'handbook / first' },
    ]);
  });
});

describe('a ladder that leads in a circle', () => {
  it('is an error that names the way round', () => {
    const circle = framework([], {
      levels: [
        level('deckhand', 'Deckhand', ['mate']),
        level('mate', 'Mate', ['pilot']),
        level('pilot', 'Pilot', ['mate']),
        level('captain', 'Captain'),
      ],
    });
    expect(found('level-loop', circle)).toMatchObject([
      { severity: 'error', entity: 'mate', message: expect.stringContaining('“Mate” to “Pilot” to “Mate”') },
    ]);
  });

  it('is not seen where tracks branch and join', () => {
    const joining = framework([], {
      levels: [
        level('a', 'Deckhand', ['b', 'c']),
        level('b', 'Pilot', ['d']),
        level('c', 'Mate', ['d']),
        level('d', 'Captain'),
      ],
    });
    expect(found('level-loop', joining)).toEqual([]);
  });
});
