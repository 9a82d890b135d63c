import { describe, expect, it } from 'vitest';
import { proposeRows } from '../index.ts';
import { found, framework, level } from './made.ts';

/** The names of a lower and a higher level, each an entry with a row of its own. */
function ladder(lower: string[], higher: string[]) {
  return framework([
    ...lower.map((name, index) => ({ id: `l${index}`, level: 'deckhand', name, line: 10 + index })),
    ...higher.map((name, index) => ({ id: `h${index}`, level: 'pilot', name, line: 50 + index })),
  ]);
}

function drifts(lower: string[], higher: string[]): string[] {
  return found('row-misaligned', ladder(lower, higher)).map(({ quote }) => quote);
}

describe('names that drift between neighbouring levels', () => {
  it.each([
    ['Answering signal', 'Answering signals'],
    ['Steering, mooring, and towing', 'Steering / mooring, and towing'],
    ['Keeps the log for the Harbour', 'Keeps the log for the harbour'],
    ['Night watch', 'Night watch (as the officer of it)'],
    ['Standing in for the master (needs a better name)', 'Standing in for the master'],
    ['Charting Waters', 'Charting new waters'],
    ['Signalling', 'Careful signalling'],
  ])('“%s” and “%s” are proposed as one row', (lower, higher) => {
    const [drift] = found('row-misaligned', ladder([lower], [higher]));
    expect(drift).toMatchObject({
      severity: 'warning',
      quote: higher,
      entity: 'h0',
      line: 50,
      message: expect.stringContaining(`“${lower}” at Deckhand`),
      remedy: expect.stringContaining('“l0-row” joins “h0-row”'),
    });
  });

  it.each([
    ['Night watch', 'Night watch'],
    ['Leads the crew', 'Trains the crew'],
    ['Mooring', 'Mooring of large vessels in heavy weather'],
    ['Reads charts', 'Draws charts'],
    ['Crew welfare', 'Crew planning'],
  ])('“%s” and “%s” are left alone', (lower, higher) => {
    expect(drifts([lower], [higher])).toEqual([]);
  });

  it('leave entries alone that have a partner of the same name', () => {
    expect(drifts(['Signalling'], ['Signalling', 'Careful signalling'])).toEqual([]);
  });

  it('are not guessed where two partners are equally likely', () => {
    expect(drifts(['Signalling'], ['Careful signalling', 'Quick signalling'])).toEqual([]);
  });

  it('are looked for within a theme only', () => {
    const themes = framework([
      { id: 'a', level: 'deckhand', name: 'Signal', theme: 'craft' },
      { id: 'b', level: 'pilot', name: 'Signals', theme: 'crew' },
    ]);
    expect(found('row-misaligned', themes)).toEqual([]);
  });

  it('are quiet once a person confirmed the row', () => {
    const confirmed = ladder(['Answering signal'], ['Answering signals']);
    const rows = [{ competency: 'l0-row', joins: ['h0-row'], by: 'Mina', on: '2026-11-01' }];
    expect(found('row-misaligned', { ...confirmed, confirmed: { rows, policy: [] } })).toEqual([]);
  });
});

describe('rows proposed to a steward', () => {
  it('join the same names first, duplicates at a level included, then the likely ones to them', () => {
    const three = framework(
      [
        { id: 'a', level: 'deckhand', name: 'Answering signal' },
        { id: 'b', level: 'pilot', name: 'Answering signals' },
        { id: 'c', level: 'pilot', name: 'Answering signals' },
        { id: 'd', level: 'captain', name: 'Answering signals' },
        { id: 'e', level: 'captain', name: 'Welcomes passengers' },
      ],
      {
        levels: [
          level('deckhand', 'Deckhand', ['pilot']),
          level('pilot', 'Pilot', ['captain']),
          level('captain', 'Captain'),
        ],
      },
    );
    expect(proposeRows(three)).toEqual([
      { competency: 'b-row', joins: ['c-row', 'd-row'], certainty: 'same name' },
      { competency: 'a-row', joins: ['b-row'], certainty: 'likely' },
    ]);
  });
});

describe('a theme and a competency of one name', () => {
  it('clash where the theme has other competencies too', () => {
    const clash = framework([
      { id: 'a', level: 'pilot', name: 'Crew', theme: 'crew', line: 14 },
      { id: 'b', level: 'pilot', name: 'Welfare', theme: 'crew' },
    ]);
    expect(found('name-clash', clash)).toMatchObject([
      { severity: 'warning', quote: 'Crew', line: 14, entity: 'a-row' },
    ]);
  });

  it('do not where the theme is the competency', () => {
    expect(
      found('name-clash', framework([{ id: 'a', level: 'pilot', name: 'Crew', theme: 'crew' }])),
    ).toEqual([]);
  });
});

describe('wording of an earlier level', () => {
  const watch = 'Keeps watch at night and writes down every ship that passes';

  it('is found where a later level repeats it, quoted as it stands there', () => {
    const repeated = framework([
      { id: 'a', level: 'deckhand', name: 'Watch', examples: [watch] },
      {
        id: 'b',
        level: 'pilot',
        name: 'Watch',
        examples: [`${watch}, and plans who relieves whom`],
        line: 40,
      },
    ]);
    expect(found('wording-repeated-from-earlier-level', repeated)).toMatchObject([
      {
        severity: 'note',
        quote: watch,
        entity: 'b',
        line: 40,
        message: expect.stringContaining('from Deckhand'),
      },
    ]);
  });

  it('is not looked for on another track or within a level', () => {
    const entries = [
      { id: 'a', level: 'deckhand', name: 'Watch', examples: [watch] },
      { id: 'b', level: 'pilot', name: 'Watch', examples: [watch] },
      { id: 'c', level: 'pilot', name: 'Night', statement: watch },
    ];
    const apart = framework(entries, { levels: [level('deckhand', 'Deckhand'), level('pilot', 'Pilot')] });
    expect(found('wording-repeated-from-earlier-level', apart)).toEqual([]);
  });

  it('is quiet about a shared turn of phrase', () => {
    const phrase = framework([
      { id: 'a', level: 'deckhand', name: 'Watch', statement: 'Keeps watch at night with a colleague' },
      { id: 'b', level: 'pilot', name: 'Watch', statement: 'Keeps watch at night in any weather' },
    ]);
    expect(found('wording-repeated-from-earlier-level', phrase)).toEqual([]);
  });
});
