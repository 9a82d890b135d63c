import { describe, expect, it } from 'vitest';
import { labelledNotes, shippedFramework } from '../../../../../bench/suggest/labelled.ts';
import { recallOf } from '../../../../../bench/suggest/recall.ts';
import { substringMatch } from '../../../../../bench/suggest/substring-match.ts';
import { buildSuggester } from '../suggester.ts';

const notes = labelledNotes();
const framework = shippedFramework();

describe('the labelled notes', () => {
  it('are sixty for tuning and sixty held out, and speak to expectations that are there', () => {
    const known = new Set(framework.expectations.map(({ id }) => id));
    for (const half of ['tuning', 'held-out']) {
      const those = notes.filter((note) => note.half === half);
      expect(those).toHaveLength(60);
      expect(new Set(those.flatMap(({ speaksTo }) => speaksTo))).toEqual(known);
    }
  });

  it('are found better than by a match of substrings, on the half for tuning', () => {
    const tuning = notes.filter(({ half }) => half === 'tuning');
    const suggest = buildSuggester(framework);
    const own = recallOf(tuning, ({ note, level }) =>
      suggest({ text: note, level }).map(({ expectation }) => expectation),
    );
    const match = substringMatch(framework);
    const plain = recallOf(tuning, ({ note }) => match(note));
    expect(own.exact).toBeGreaterThan(plain.exact);
    expect(own.competency).toBeGreaterThan(plain.competency);
    expect(own.disturbed).toBeLessThan(plain.disturbed);
  });
});
