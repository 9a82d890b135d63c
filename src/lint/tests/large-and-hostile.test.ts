import { describe, expect, it } from 'vitest';
import { lint } from '../index.ts';
import { CONTEXT, framework, level, type MadeEntry } from './made.ts';

const WORDS =
  'boat rope quay tide storm pilot crew chart light log watch ferry anchor buoy harbour engine deck mast sail signal'.split(
    ' ',
  );

/** Text that differs from entry to entry and from run to run not at all. */
function sentence(at: number, length: number): string {
  let state = at * 2654435761 + length;
  const words = Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return WORDS[state % WORDS.length];
  });
  return `Keeps ${words.join(' ')}.`;
}

/** `levels` levels in a row with `each` entries, every entry with a row of its own. */
function ladder(levels: number, each: number) {
  const entries = Array.from(
    { length: levels * each },
    (_, index): MadeEntry => ({
      id: `e${index}`,
      level: `l${Math.floor(index / each)}`,
      name: sentence(index, 3),
      statement: sentence(index + 1, 12),
      examples: [sentence(index + 2, 14)],
    }),
  );
  return framework(entries, {
    levels: Array.from({ length: levels }, (_, index) =>
      level(`l${index}`, `Level ${index + 1}`, index + 1 < levels ? [`l${index + 1}`] : []),
    ),
  });
}

// Quadratic cost would run into the runner's time limit; how long it takes is the bench's business.
describe('the linter comes to an end', () => {
  it('on 2,000 entries at 4 levels', () => {
    expect(lint(ladder(4, 500), CONTEXT).findings).toBeInstanceOf(Array);
  });

  it('on 10,000 levels', () => {
    expect(lint(ladder(10_000, 1), CONTEXT).findings).toBeInstanceOf(Array);
  });

  it('on 2,000 entries that all say the same', () => {
    const same = ladder(4, 500);
    const expectations = same.expectations.map((expectation) => ({
      ...expectation,
      statement: 'Keeps the log dry each day.',
    }));
    const competencies = same.competencies.map((competency) => ({ ...competency, name: 'Keeps the log' }));
    expect(lint({ ...same, expectations, competencies }, CONTEXT).findings).toBeInstanceOf(Array);
  });

  it.each([
    'a ',
    'word-',
    'x',
    '(',
    '[',
    '](http',
    '“',
    '*',
    '`',
    ' and ',
    'is ',
    '\n',
    '.',
    '. A',
    ' ',
    'é',
    '<a ',
    'TODO',
    'A ',
    'a@',
    '/a',
    '?',
  ])('on 50,000 characters of %j', (part) => {
    const statement = part.repeat(Math.ceil(50_000 / part.length));
    const hostile = framework([{ id: 'a', level: 'pilot', name: 'Mooring', statement }]);
    expect(lint(hostile, CONTEXT).findings).toBeInstanceOf(Array);
  });
});
