import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePassages } from '../comparison/passages.ts';
import { compareWords, type Piece, pageBudget } from '../comparison/words.ts';

function side(pieces: readonly Piece[] | undefined, without: Piece['kind']): string | undefined {
  return pieces
    ?.filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');
}

describe('changed words', () => {
  it('are marked within what stays', () => {
    const pieces = compareWords(
      'Leads incidents that stay within one team.',
      'Leads major incidents that cross more than one team.',
      pageBudget(),
    );
    expect(pieces).toEqual([
      { kind: 'kept', text: 'Leads ' },
      { kind: 'added', text: 'major ' },
      { kind: 'kept', text: 'incidents that ' },
      { kind: 'removed', text: 'stay within' },
      { kind: 'added', text: 'cross more than' },
      { kind: 'kept', text: ' one team.' },
    ]);
  });

  it('are not marked where the texts share too little to be read as one', () => {
    expect(
      compareWords('Follows the runbook.', 'Owns how the whole firm plans.', pageBudget()),
    ).toBeUndefined();
  });

  it('give back both texts to the letter, whatever these hold', () => {
    const text = fc.array(
      fc.constantFrom('lead', ' ', '  ', '\n\n', '<b>', '"', '🪨', 'שלום', 'e\u0301', '.'),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const pieces = compareWords(before, after, pageBudget());
        if (pieces === undefined) return;
        expect(side(pieces, 'added')).toBe(before);
        expect(side(pieces, 'removed')).toBe(after);
      }),
    );
  });

  it('are not looked for without an end: huge texts are left to be read whole', () => {
    const huge = 'word and '.repeat(20_000);
    expect(compareWords(huge, `${huge} more`, pageBudget())).toBeUndefined();
    const different = Array.from({ length: 1_500 }, (_, n) => `a${n}`).join(' ');
    expect(compareWords(different, different.replaceAll('a', 'b'), pageBudget())).toBeUndefined();
  });

  it('are no longer looked for once the page has spent its budget', () => {
    const budget = { left: 60 };
    expect(compareWords('Leads a small team.', 'Leads a large team.', budget)).toBeDefined();
    expect(compareWords('Leads a small team.', 'Leads a large team.', budget)).toBeUndefined();
  });
});

describe('passages', () => {
  it('stand beside their likeliest partner, in order', () => {
    const changes = comparePassages(
      ['Names one person who speaks to the outside.', 'Closes with a review.'],
      ['Tells the board.', 'Names one person who speaks to the press.', 'Closes with a review.'],
      pageBudget(),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['added', 'changed', 'kept']);
  });

  it('are added or removed whole where they have none', () => {
    expect(comparePassages(['Old words alone'], ['Nothing shared here'], pageBudget())).toEqual([
      { kind: 'removed', text: 'Old words alone' },
      { kind: 'added', text: 'Nothing shared here' },
    ]);
  });

  it('all come through, once each, however many there are', () => {
    const passage = fc.constantFrom('one two three', 'one two four', 'five', 'six seven', '');
    const list = fc.array(passage, { maxLength: 70 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = comparePassages(before, after, pageBudget());
        const recent = changes.flatMap((change) =>
          change.kind === 'changed'
            ? [side(change.pieces, 'removed')]
            : change.kind === 'removed'
              ? []
              : [change.text],
        );
        expect(recent).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });
});
