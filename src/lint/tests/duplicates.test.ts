import { describe, expect, it } from 'vitest';
import { found, framework } from './made.ts';

const knots = {
  name: 'Ties and checks knots',
  examples: ['Ties a bowline in the dark and shows others how'],
};

describe('an entry that stands twice at a level', () => {
  it('is found where the second one stands', () => {
    const twice = framework([
      { id: 'a', level: 'pilot', ...knots, line: 12 },
      { id: 'b', level: 'pilot', ...knots, line: 20 },
    ]);
    expect(found('duplicate-entry', twice)).toEqual([
      expect.objectContaining({
        severity: 'warning',
        file: 'ladder.txt',
        line: 20,
        entity: 'b',
        framework: 'harbour',
        quote: 'Ties and checks knots',
        message: expect.stringContaining('twice at Pilot'),
        remedy: expect.stringContaining('Delete one'),
      }),
    ]);
    expect(found('near-duplicate', twice)).toEqual([]);
  });

  it('is found under another name when it says the same at length', () => {
    const renamed = framework([
      { id: 'a', level: 'pilot', ...knots },
      { id: 'b', level: 'pilot', ...knots, name: 'Ropework' },
    ]);
    expect(found('duplicate-entry', renamed).map(({ message }) => message)).toEqual([
      expect.stringContaining('as “Ties and checks knots”'),
    ]);
  });

  it('is near when only a comma differs, and then not a duplicate', () => {
    const comma = framework([
      { id: 'a', level: 'pilot', ...knots },
      { id: 'b', level: 'pilot', ...knots, examples: [`${knots.examples[0]},`], line: 31 },
    ]);
    expect(found('duplicate-entry', comma)).toEqual([]);
    expect(found('near-duplicate', comma)).toMatchObject([{ quote: knots.name, line: 31, entity: 'b' }]);
  });

  it('is near when the names differ and nearly all words agree', () => {
    const statement =
      'Checks every mooring line at dusk and writes the state of each into the log of the berth';
    const alike = framework([
      { id: 'a', level: 'pilot', name: 'Mooring', statement },
      { id: 'b', level: 'pilot', name: 'Mooring lines', statement: statement.replace('dusk', 'dawn') },
    ]);
    expect(found('near-duplicate', alike)).toMatchObject([
      { quote: 'Mooring lines', message: expect.stringContaining('“Mooring”') },
    ]);
  });

  it('is quiet about the same entry at two levels, short shared examples, and cells that say why they are empty', () => {
    const fine = framework([
      { id: 'a', level: 'deckhand', ...knots },
      { id: 'b', level: 'pilot', ...knots },
      { id: 'c', level: 'pilot', name: 'Signals', examples: ['See the log'] },
      { id: 'd', level: 'pilot', name: 'Charts', examples: ['See the log'] },
      { id: 'e', level: 'pilot', name: 'Radio', state: 'not assessed' },
      { id: 'f', level: 'pilot', name: 'Radio', state: 'not assessed' },
    ]);
    expect(found('duplicate-entry', fine)).toEqual([]);
    expect(found('near-duplicate', fine)).toEqual([]);
  });
});
