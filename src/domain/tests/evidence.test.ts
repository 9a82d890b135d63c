import { describe, expect, it } from 'vitest';
import { mayDelete, mayShare, mayTakeBack, noteProblems } from '../evidence.ts';
import { shortened, titleOf, withHeading } from '../evidence-title.ts';

const SHARED = { sharedAt: '2026-03-12T10:00:00.000Z' };
const USE = { where: 'the conversation of 12 March 2026' };

describe('what may happen to evidence', () => {
  it('is shared once, and taken back until something rests on it', () => {
    expect(mayShare({})).toEqual({ may: true });
    expect(mayShare(SHARED)).toEqual({ may: false, why: 'It is shared already.' });
    expect(mayTakeBack({}, [])).toEqual({ may: false, why: 'It is not shared.' });
    expect(mayTakeBack(SHARED, [])).toEqual({ may: true });
    expect(mayTakeBack(SHARED, [USE])).toMatchObject({
      why: expect.stringContaining('It was used in the conversation of 12 March 2026.'),
    });
  });

  it('is deleted until something rests on it', () => {
    expect(mayDelete([])).toEqual({ may: true });
    expect(mayDelete([USE, { where: 'a case' }])).toMatchObject({
      may: false,
      why: expect.stringContaining('It was used in the conversation of 12 March 2026, and in a case.'),
    });
  });
});

describe('a note', () => {
  it('says each thing that is wrong with it, as an instruction', () => {
    const wrong = noteProblems({ text: ' ', happenedOn: '1066-10-14', kind: 'heroics' }, '2026-03-12');
    expect(wrong.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      'text: Write what happened',
      'happened-on: Choose a day after 1950',
      'kind: Choose a kind of the list',
    ]);
  });
});

describe('the title of a note', () => {
  it.each([
    ['Led the crane outage to its close. Then slept.', 'Led the crane outage to its close'],
    ['One line\nand another', 'One line'],
    ['# A heading\n\nText', 'A heading'],
    ['- **Rolled back** the [release](https://x.example/1)', 'Rolled back the release'],
    ['No. 7 crane failed. Fixed it.', 'No. 7 crane failed'],
    ['\n\n  Indented', 'Indented'],
    ['***', '*'],
    ['', ''],
  ])('%j is %j', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it('is cut between words, or within one that is too long', () => {
    expect(titleOf(`${'word '.repeat(40)}`)).toMatch(/^(word ){10,17}word…$/);
    expect([...titleOf('x'.repeat(10_000))]).toHaveLength(90);
    expect(shortened('🚢🚢🚢🚢', 3)).toBe('🚢🚢…');
  });

  it('leaves below it what it does not say itself, to the letter', () => {
    expect(withHeading('Led it. Then slept.\n\nWell.')).toEqual({
      heading: 'Led it. Then slept',
      rest: '\nWell.',
    });
    const marked = '**Led** it to its close. Then slept.';
    expect(withHeading(marked)).toEqual({ heading: 'Led it to its close', rest: marked });
  });
});
