import { describe, expect, it } from 'vitest';
import type { Competency, Expectation, Framework } from '../../domain/framework.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import { carryIds } from '../carry-ids.ts';
import { IdMint } from '../ids.ts';

type Row = [level: string, theme: string, name: string, points?: string[]];

/** A framework as the page text of these rows would be read: every entry its own row, every id minted. */
function imported(rows: Row[], format: Framework['source']['format'] = 'page-text'): Framework {
  const [row, cell, point, theme] = [new IdMint(), new IdMint(), new IdMint(), new Map<string, string>()];
  const themes = new IdMint();
  for (const [, name] of rows) if (!theme.has(name)) theme.set(name, themes.mint(name, 'theme'));
  const competencies: Competency[] = [];
  const expectations = rows.map(([level, heading, name, points = []]): Expectation => {
    const id = row.mint(name, 'competency');
    competencies.push({ id, theme: theme.get(heading) ?? '', name });
    return {
      id: cell.mint(`${level} ${name}`, 'expectation'),
      competency: id,
      level,
      points: points.map((text) => ({ id: point.mint(text, 'point'), text })),
      examples: [],
      links: [],
      state: 'present',
    };
  });
  return {
    id: 'harbour',
    name: 'Harbour',
    textFormat: 'plain',
    scale: { ordered: false, steps: [] },
    levels: [{ id: 'mate', name: 'Mate', aliases: [], next: [] }],
    themes: [...theme].map(([name, id]) => ({ id, name })),
    competencies,
    expectations,
    roleProfiles: [],
    guides: [],
    policy: DEFAULT_POLICY,
    proposals: [],
    lineage: [],
    confirmed: { rows: [], policy: [] },
    accepted: [],
    gaps: [],
    notices: [],
    sourceStatus: [],
    source: { format, key: 'k', files: [] },
  };
}

const ids = ({ competencies, expectations }: Framework) =>
  expectations.map((cell) => [
    competencies.find(({ id }) => id === cell.competency)?.name,
    cell.competency,
    cell.id,
  ]);

describe('a source that is imported again', () => {
  const before = imported([
    ['mate', 'Signals', 'Reads lights'],
    ['mate', 'Signals', 'Hoists flags'],
    ['mate', 'Berths', 'Gives out berths'],
  ]);

  it('keeps all ids where nothing changed', () => {
    expect(
      carryIds(
        before,
        imported([
          ['mate', 'Signals', 'Reads lights'],
          ['mate', 'Signals', 'Hoists flags'],
          ['mate', 'Berths', 'Gives out berths'],
        ]),
      ),
    ).toEqual(before);
  });

  it('keeps the id of an entry that was reworded, at the same place', () => {
    const next = imported([
      ['mate', 'Signals', 'Hoists flags'],
      ['mate', 'Signals', 'Reads all lights'],
      ['mate', 'Berths', 'Gives out berths'],
    ]);
    expect(ids(carryIds(before, next))).toEqual([
      ['Hoists flags', 'hoists-flags', 'mate-hoists-flags'],
      ['Reads all lights', 'reads-lights', 'mate-reads-lights'],
      ['Gives out berths', 'gives-out-berths', 'mate-gives-out-berths'],
    ]);
  });

  it('gives new ids where it cannot be told which entry became which', () => {
    const next = imported([
      ['mate', 'Signals', 'Reads all lights'],
      ['mate', 'Signals', 'Hoists all flags'],
      ['mate', 'Signals', 'Keeps the log'],
      ['mate', 'Berths', 'Gives out berths'],
    ]);
    const carried = carryIds(before, next);
    expect(
      ids(carried)
        .slice(0, 3)
        .map(([, row]) => row),
    ).toEqual(['reads-all-lights', 'hoists-all-flags', 'keeps-the-log']);
    expect(carried.expectations[3]?.id).toBe('mate-gives-out-berths');
  });

  it('never gives the id of a dropped entry to a new one', () => {
    const dropped = imported([
      ['mate', 'Signals', 'Reads lights'],
      ['mate', 'Berths', 'Gives out berths'],
    ]);
    const moved = imported([
      ...([
        ['mate', 'Signals', 'Reads lights'],
        ['mate', 'Berths', 'Gives out berths'],
        ['mate', 'Berths', 'Hoists flags'],
      ] as Row[]),
    ]);
    expect(carryIds(before, dropped).expectations).toHaveLength(2);
    expect(ids(carryIds(before, moved)).at(-1)).toEqual([
      'Hoists flags',
      'hoists-flags-2',
      'mate-hoists-flags-2',
    ]);
  });

  it('keeps the ids of a renamed theme and of points', () => {
    const pointed = imported([['mate', 'Signals', 'Reads lights', ['green', 'white']]]);
    const next = imported([['mate', 'Signalling', 'Reads lights', ['white', 'red']]]);
    const carried = carryIds(pointed, next);
    expect(carried.themes).toEqual([{ id: 'signals', name: 'Signalling' }]);
    expect(carried.expectations[0]?.points).toEqual([
      { id: 'white', text: 'white' },
      { id: 'green', text: 'red' },
    ]);
  });

  it('keeps what people confirmed and accepted, unless the new reading brings its own', () => {
    const decided = {
      ...before,
      confirmed: {
        rows: [],
        policy: [{ key: 'steward' as const, value: 'Ida', by: 'Ida', on: '2026-01-02' }],
      },
      accepted: [{ rule: 'passive', by: 'Ida', on: '2026-01-02', why: 'it is our phrase' }],
    };
    const carried = carryIds(decided, before);
    expect([carried.confirmed, carried.accepted]).toEqual([decided.confirmed, decided.accepted]);
  });
});

it('never changes an id that stands in the source of a job family, only those of its rows', () => {
  const before = imported([['mate', 'Signals', 'Reads lights']], 'job-family');
  const next = imported([['mate', 'Signals', 'Reads all lights']], 'job-family');
  const same = {
    ...next,
    expectations: next.expectations.map((cell) => ({ ...cell, id: before.expectations[0]?.id ?? '' })),
  };
  expect(carryIds(before, same).competencies[0]?.id).toBe('reads-lights');
  expect(carryIds(before, next).expectations[0]?.id).toBe('mate-reads-all-lights');
});

it('leaves the own folder as it is: it holds its ids and decisions itself', () => {
  const next = imported([['mate', 'Signals', 'Reads lights']], 'folder');
  expect(carryIds(imported([['mate', 'Signals', 'Reads']]), next)).toBe(next);
});

it('keeps the ids that stand in a spreadsheet, and matches the rows that have none by their names', () => {
  const sheet = (ids: [string, string][]) => {
    const framework = imported(
      ids.map(([, name]): Row => ['mate', 'Signals', name]),
      'spreadsheet',
    );
    const expectations = framework.expectations.map((cell, index) => ({
      ...cell,
      id: ids[index]?.[0] || cell.id,
    }));
    return { ...framework, expectations };
  };
  const earlier = sheet([
    ['e1', 'Reads lights'],
    ['e2', 'Hoists flags'],
    ['', 'Sounds horns'],
  ]);
  const later = sheet([
    ['', 'Sounds horns'],
    ['e2', 'Reads lights'],
    ['e1', 'Hoists flags'],
    ['', 'Rings bells'],
  ]);
  expect(carryIds(earlier, later).expectations.map(({ id }) => id)).toEqual([
    'mate-sounds-horns',
    'e2',
    'e1',
    'mate-rings-bells',
  ]);
});
