import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelledNotes, shippedFramework } from '../../../../../bench/suggest/labelled.ts';
import { HARBOUR, QUAY } from '../../../../../test/sample-framework.ts';
import type { Expectation, Framework } from '../../../../domain/framework.ts';
import { KINDS_OF_WORK, type KindOfWork } from '../kinds-of-work.ts';
import { buildSuggester, type Note } from '../suggester.ts';

/** A small framework of the given competencies, each with one expectation at one level. */
function frameworkOf(...rows: { name: string; cell: Partial<Expectation> }[]): Framework {
  return {
    ...HARBOUR,
    levels: [{ id: 'one', name: 'One', aliases: [], next: [] }],
    competencies: rows.map(({ name }, index) => ({ id: `c${index}`, theme: 't', name })),
    expectations: rows.map(({ cell }, index) => ({
      id: `e${index}`,
      competency: `c${index}`,
      level: 'one',
      points: [],
      examples: [],
      links: [],
      state: 'present',
      ...cell,
    })),
  };
}

const idsFor = (framework: Framework, text: string) =>
  buildSuggester(framework)({ text, level: 'one' }).map(({ expectation }) => expectation.id);

describe('a framework of another shape', () => {
  it('may have nothing but names and examples', () => {
    const framework = frameworkOf(
      { name: 'Documenting information', cell: { examples: ['Wrote up how the printers are set up'] } },
      { name: 'Incident management (in a lead role)', cell: { examples: ['Ran a call with three teams'] } },
      { name: 'Works well with others', cell: { examples: ['Took a shift for a colleague'] } },
    );
    expect(idsFor(framework, 'Sev 1 last night, IC for three hours')).toEqual(['e1']);
    expect(idsFor(framework, 'New wiki page on the printers')).toEqual(['e0']);
  });

  it('may be written without spaces', () => {
    const framework = frameworkOf(
      { name: '障害対応', cell: { statement: '障害を早く見つけて復旧する' } },
      { name: '文書化', cell: { statement: '手順書を書いて更新する' } },
    );
    const [first, ...others] = buildSuggester(framework)({ text: '昨夜の障害対応をした', level: 'one' });
    expect(first?.expectation.id).toBe('e0');
    expect(first?.because).toEqual(['障害対応']);
    expect(others).toEqual([]);
  });

  it('may hold a single competency, or none', () => {
    expect(idsFor(frameworkOf({ name: 'Monitoring', cell: {} }), 'Tuned the monitoring')).toEqual(['e0']);
    expect(idsFor(frameworkOf(), 'Tuned the monitoring')).toEqual([]);
  });

  it('gets no suggestion for a cell that is not in use', () => {
    const framework = frameworkOf({ name: 'Monitoring', cell: { state: 'not in use' } });
    expect(idsFor(framework, 'Tuned the monitoring')).toEqual([]);
  });

  it('may be unlike the ladder of the person: then all levels are alike', () => {
    const [first] = buildSuggester(HARBOUR)({
      text: 'Chased the supplier for delivery dates',
      level: 'elsewhere',
    });
    expect(first?.expectation.id).toBe('suppliers-lead');
  });

  it('may have a very long text, which does not drown the others', () => {
    const long = Array.from({ length: 5_000 }, (_, n) => `word${n} backup alert vendor`).join(' ');
    const framework = frameworkOf(
      { name: 'Everything', cell: { statement: long } },
      { name: 'Suppliers', cell: { statement: 'Holds suppliers to their contract.' } },
      { name: 'Third', cell: {} },
    );
    expect(idsFor(framework, 'Vendor meeting about the contract')[0]).toBe('e1');
  });
});

describe('whatever a note holds', () => {
  const suggesters = [shippedFramework(), HARBOUR, QUAY].map((framework) => ({
    suggest: buildSuggester(framework),
    framework,
  }));
  const piece = fc.constantFrom(
    'P1',
    'runbook',
    'post-incident review',
    'on-call',
    'RTO',
    'mentored',
    '障害対応',
    'e\u0301xam',
    'שלום',
    '\u202e',
    ' ',
    '\n',
    ', ',
    '. ',
    '🪨',
    '\ud800',
    'INC0012345',
    '1:1s',
    'the',
    '<b>',
    "exec's",
    'x'.repeat(300),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(...labelledNotes().map(({ note }) => note)),
  );
  const note: fc.Arbitrary<Note> = fc.record(
    {
      text,
      level: fc.constantFrom('engineer', 'senior-2', 'head-of-operations', 'lead', 'nowhere', ''),
      kind: fc.constantFrom(...(Object.keys(KINDS_OF_WORK) as KindOfWork[])),
    },
    { requiredKeys: ['text', 'level'] },
  );

  it('at most five come, each once, each with words that stand in the note', () => {
    fc.assert(
      fc.property(note, fc.constantFrom(...suggesters), (one, { suggest, framework }) => {
        const found = suggest(one);
        expect(found.length).toBeLessThanOrEqual(5);
        expect(new Set(found.map(({ expectation }) => expectation.id)).size).toBe(found.length);
        for (const { expectation, point, because } of found) {
          expect(framework.expectations).toContain(expectation);
          if (point !== undefined) expect(expectation.points.map(({ id }) => id)).toContain(point);
          expect(because.length).toBeGreaterThan(0);
          for (const words of because) expect(words !== '' && one.text.includes(words)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the same comes again, whatever was asked in between', () => {
    fc.assert(
      fc.property(fc.array(note, { minLength: 2, maxLength: 6 }), ([...notes]) => {
        const { suggest, framework } = suggesters[0] as (typeof suggesters)[number];
        const inOrder = notes.map(suggest);
        const inReverse = notes.toReversed().map(suggest).toReversed();
        expect(inReverse).toEqual(inOrder);
        if (notes.length === 2) expect(notes.map(buildSuggester(framework))).toEqual(inOrder);
      }),
      { numRuns: 60 },
    );
  });
});
