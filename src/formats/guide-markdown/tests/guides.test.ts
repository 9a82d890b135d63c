import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../domain/framework.ts';
import { textFile } from '../../tests/files.ts';
import { anyText } from '../../tests/texts.ts';
import { content } from '../../write-holding.ts';
import { readGuide, writeGuide } from '../index.ts';

const read = (text: string) => readGuide(textFile('guides/tides.md', text));

const GUIDE: Guide = {
  id: 'how-to-use',
  title: 'How to use the competencies',
  kind: 'how-to-use',
  textFormat: 'markdown',
  introduction: 'Read this first.',
  sections: [
    {
      id: 'before-you-sail',
      heading: 'Before you sail',
      body: 'Look at the sky.\n\n```\n## not a heading\n```',
    },
    { id: 'ashore', heading: 'When you are back', body: '### Boots\n\nDry them.' },
  ],
  proposals: [],
  gaps: [],
  sourceStatus: [],
};

describe('a guide', () => {
  it('is an introduction and a section for each second-level heading', () => {
    const { guide, findings } = read(
      '---\ntitle: Tides\nkind: writing\n---\n\nFirst words.\n\n## High water {#high}\n\nSoon.\n\n### Springs\n\nHigher.\n\n## Low water\n\nLater.\n',
    );
    expect(findings).toEqual([]);
    expect(guide).toMatchObject({
      id: 'tides',
      title: 'Tides',
      kind: 'writing',
      introduction: 'First words.',
    });
    expect(guide?.sections).toEqual([
      {
        id: 'high',
        heading: 'High water',
        body: 'Soon.\n\n### Springs\n\nHigher.',
        origin: { file: 'guides/tides.md', line: 8 },
      },
      {
        id: 'low-water',
        heading: 'Low water',
        body: 'Later.',
        origin: { file: 'guides/tides.md', line: 16 },
      },
    ]);
  });

  it('does not break at what looks like a heading inside fenced code', () => {
    const { guide } = read('## Code\n\n~~~~ md\n## no\n~~~\n## no\n~~~~\n\n## Yes\n');
    expect(guide?.sections.map(({ heading }) => heading)).toEqual(['Code', 'Yes']);
  });

  it('takes its title from the first heading, else from its file', () => {
    expect(read('# How to use tides\n\nWait.').guide).toMatchObject({
      title: 'How to use tides',
      kind: 'how-to-use',
      introduction: 'Wait.',
    });
    expect(read('Wait.').guide).toMatchObject({ title: 'tides', kind: 'guide' });
  });

  it('is written as Markdown that people read', () => {
    expect(writeGuide(GUIDE)).toBe(
      '---\nid: how-to-use\ntitle: How to use the competencies\nkind: how-to-use\n---\n\nRead this first.\n\n## Before you sail\n\nLook at the sky.\n\n```\n## not a heading\n```\n\n## When you are back {#ashore}\n\n### Boots\n\nDry them.\n',
    );
  });

  it('reports a kind that does not exist', () => {
    expect(read('---\nkind: poem\n---\n').findings).toMatchObject([
      { rule: 'unexpected-part', line: 2, quote: 'kind: poem' },
    ]);
  });
});

const anyGuide: fc.Arbitrary<Guide> = fc.record(
  {
    id: anyText,
    title: anyText,
    kind: fc.constantFrom('how-to-use', 'faq', 'writing', 'guide'),
    textFormat: fc.constantFrom('plain', 'markdown'),
    introduction: anyText,
    sections: fc.array(fc.record({ id: anyText, heading: anyText, body: anyText }), { maxLength: 4 }),
    proposals: fc.array(
      fc.record({
        key: fc.constantFrom('earlierLevels', 'exempt', 'voluntaryUse'),
        value: fc.oneof(anyText, fc.boolean(), fc.array(anyText, { maxLength: 2 })),
        quote: anyText,
      }),
      { maxLength: 2 },
    ),
    gaps: fc.array(
      fc.record({
        id: anyText,
        kind: fc.constantFrom('empty list', 'missing level', 'other'),
        quote: anyText,
        explanation: anyText,
      }),
      { maxLength: 2 },
    ),
    sourceStatus: fc.array(
      fc.record(
        { status: fc.constantFrom('beta', 'legacy'), quote: anyText, level: anyText },
        { requiredKeys: ['status', 'quote'] },
      ),
      { maxLength: 2 },
    ),
    speaksOf: anyText,
  },
  { requiredKeys: ['id', 'title', 'kind', 'textFormat', 'sections', 'proposals', 'gaps', 'sourceStatus'] },
);

it('a written guide reads back to the letter, whatever it holds', () => {
  fc.assert(
    fc.property(anyGuide, (guide) => {
      const { guide: back, findings } = readGuide({
        name: 'x.md',
        bytes: new Uint8Array(),
        digest: '',
        text: writeGuide(guide),
      });
      expect(findings).toEqual([]);
      expect(content(back)).toEqual(guide);
    }),
    { numRuns: 300 },
  );
}, 120_000);
