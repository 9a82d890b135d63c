import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { fixture, textFile } from '../../tests/files.ts';
import { expectSound } from '../../tests/soundness.ts';
import { damaged } from '../../tests/texts.ts';
import { frontMatterLadder } from '../index.ts';

const cook = () => fixture(import.meta.url, 'cook.md');
const read = (text: string) => frontMatterLadder.read([textFile('cook.md', text)]);
const ladder = (...lines: string[]) => ['---', 'levels: 1', 'topics:', ...lines, '---', ''].join('\n');
const TOPIC = [
  '  - name: salt',
  '    content:',
  '      - level: 1',
  '        criteria:',
  '          - Has salt',
];
const points = ({ expectations }: Framework) =>
  expectations.map(({ points: of }) => of.map(({ text }) => text));

describe('a ladder in front matter', () => {
  it('is recognised by its topics and levels, and other Markdown is not', () => {
    expect(frontMatterLadder.recognises(cook())).toBe(true);
    const others = [
      '# Cook\n\ntopics: many',
      '---\ntitle: Cook\n---\n## Purpose',
      '---\ntopics: [salt]\n---\n',
      '',
    ];
    expect(others.map((text) => frontMatterLadder.recognises(textFile('a.md', text)))).toEqual(
      others.map(() => false),
    );
    expect(frontMatterLadder.recognises({ ...cook(), name: 'cook.yaml' })).toBe(false);
  });

  it('becomes a framework whose topics are its competencies', () => {
    const { frameworks } = frontMatterLadder.read([cook()]);
    const framework = frameworks[0] as Framework;
    expectSound({ frameworks, guides: [], roleProfiles: [], findings: [] });
    expect([framework.id, framework.name]).toEqual(['cook', '🍲 Cook']);
    expect(framework.source.key).toBe('front-matter-ladder:/kitchen/cook');
    expect(framework.themes.map(({ id, name }) => [id, name])).toEqual([
      ['taste', '🧂 Taste'],
      ['order-a-clean-bench-sharp-knives', 'order: a clean bench; sharp knives'],
    ]);
    expect(framework.competencies.map(({ id, theme }) => [id, theme])).toEqual(
      framework.themes.map(({ id }) => [id, id]),
    );
  });

  it('keeps every criterion to the letter as a point, and examples as illustrations', () => {
    const framework = frontMatterLadder.read([cook()]).frameworks[0] as Framework;
    expect(points(framework)).toEqual([
      ['Tastes each dish before it leaves; asks when unsure', 'Follows the recipe, even  with two spaces'],
      ["Mends a sauce that's too salty", 'Teaches others\tto taste', 'Plans a menu'],
      ['Has a palate known beyond the house & its town'],
      ['Washes up'],
      [],
    ]);
    expect(framework.expectations[1]?.examples).toEqual(['A week of lunches', 'A feast']);
    expect(framework.expectations[0]?.origin).toEqual({ file: 'cook.md', line: 13, column: 9 });
  });

  it('keeps a level that no topic speaks of and names it as a gap; an empty one is still to be written', () => {
    const framework = frontMatterLadder.read([cook()]).frameworks[0] as Framework;
    expect(framework.levels.map(({ name, next }) => [name, next])).toEqual([
      ['Level 1', ['level-2']],
      ['Level 2', ['level-3']],
      ['Level 3', ['level-4']],
      ['Level 4', []],
    ]);
    expect(framework.gaps).toMatchObject([
      { kind: 'missing level', quote: 'levels: 4', origin: { file: 'cook.md', line: 7 } },
    ]);
    expect(framework.expectations.map(({ level, state }) => [level, state])).toEqual([
      ['level-1', 'present'],
      ['level-2', 'present'],
      ['level-4', 'present'],
      ['level-1', 'present'],
      ['level-2', 'to do'],
    ]);
  });

  it('takes `levels` for a count: a ladder of two that begins at 2 has no level 1', () => {
    const lines = [...TOPIC, '      - level: 3'].map((line) => line.replace('level: 1', 'level: 2'));
    const { frameworks, findings } = read(ladder(...lines).replace('levels: 1', 'levels: 2'));
    expect(frameworks[0]?.levels.map(({ name }) => name)).toEqual(['Level 2', 'Level 3']);
    expect(findings.map(({ severity, quote }) => [severity, quote])).toEqual([['note', 'levels: 2']]);
  });

  it('keeps what stands below the front matter as a guide', () => {
    const [guide] = frontMatterLadder.read([cook()]).frameworks[0]?.guides ?? [];
    expect(guide).toMatchObject({
      introduction: 'How to use this.',
      textFormat: 'markdown',
      origin: { line: 38 },
    });
    expect(guide?.sections).toMatchObject([
      {
        heading: 'With your cook',
        body: 'Talk about *one* topic.\n\n### Next time\n\nTalk about another.',
        origin: { line: 41 },
      },
    ]);
  });

  it('lists what Cairn has no place for', () => {
    const { findings } = frontMatterLadder.read([cook()]);
    const [keys, examples] = findings.filter(({ rule }) => rule === 'not-held').toReversed();
    expect(keys).toMatchObject({ severity: 'note', line: 2 });
    expect(keys?.quote).toBe('path: /kitchen/cook, sidebarTitle: Cook, yaml: true, homepage: false');
    expect(examples).toMatchObject({ severity: 'note', entity: 'taste', quote: 'A week of lunches' });
  });
});

describe('what is wrong in a ladder', () => {
  it('a tab after a hyphen is named with line and column, and read as a space', () => {
    const found = frontMatterLadder.read([cook()]).findings.filter(({ severity }) => severity === 'warning');
    expect(found).toMatchObject([{ rule: 'unexpected-part', file: 'cook.md', line: 19, column: 12 }]);
    expect(found[0]?.message).toContain('A tab stands at line 19, column 12 of cook.md');
  });

  it('a tab that indents is named, and its line read as its neighbours are', () => {
    const { frameworks, findings } = read(ladder(...TOPIC, '\t\t- Has pepper', '          - Has oil'));
    expect(points(frameworks[0] as Framework)).toEqual([['Has salt', 'Has pepper', 'Has oil']]);
    expect(findings).toMatchObject([{ rule: 'unreadable', severity: 'error', line: 9, column: 1 }]);
  });

  it('a tab inside a text or a block of text is kept', () => {
    const text = ladder(...TOPIC, '          - |', '              \tfirst', '              - \tsecond');
    const { frameworks, findings } = read(text);
    expect(points(frameworks[0] as Framework)).toEqual([['Has salt', '\tfirst\n- \tsecond']]);
    expect(findings).toEqual([]);
  });

  it('a mistake costs its own topic at most', () => {
    const broken = ['  - name: "oil', '    content:', '      - level: 1', '        criteria: ["x"'];
    const { frameworks, findings } = read(
      ladder(...TOPIC, ...broken, ...TOPIC.map((l) => l.replace('salt', 'rye'))),
    );
    expect(frameworks[0]?.themes.map(({ name }) => name)).toEqual(expect.arrayContaining(['salt', 'rye']));
    expect(points(frameworks[0] as Framework)).toContainEqual(['Has rye']);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ line = 0 }) => line >= 9 && line <= 13)).toBe(true);
  });

  it('front matter that never ends is read all the same', () => {
    const { frameworks, findings } = read(ladder(...TOPIC).replace(/---\n$/, ''));
    expect(frameworks[0]?.expectations).toHaveLength(1);
    expect(findings).toMatchObject([{ severity: 'error', line: 1, quote: '---' }]);
  });

  it('unknown keys and values of a wrong kind are left out and named', () => {
    const more = ['      - level: high', '        criteria: [Has oil]', '    colour: red'];
    const { frameworks, findings } = read(ladder(...TOPIC, ...more));
    expect(points(frameworks[0] as Framework)).toEqual([['Has salt']]);
    expect(findings.map(({ line }) => line).toSorted()).toEqual([11, 9].toSorted());
  });

  it('a level that a topic speaks of twice gives it a second row', () => {
    const { frameworks, findings } = read(
      ladder(...TOPIC, '      - level: 1', '        criteria: [Has oil]'),
    );
    expect(frameworks[0]?.competencies.map(({ id, theme }) => [id, theme])).toEqual([
      ['salt', 'salt'],
      ['salt-2', 'salt'],
    ]);
    expect(findings).toMatchObject([{ severity: 'warning', line: 9, quote: 'salt' }]);
  });

  it('a number of levels that nobody can mean makes 50', () => {
    const { frameworks, findings } = read(ladder(...TOPIC).replace('levels: 1', 'levels: 900'));
    expect(frameworks[0]?.levels).toHaveLength(50);
    expect(findings).toMatchObject([{ severity: 'warning', line: 2, quote: 'levels: 900' }]);
  });

  it('nothing readable gives an error and no framework', () => {
    const { frameworks, findings } = read('---\ntopics: none\nlevels: 0\n---\n');
    expect(frameworks).toEqual([]);
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });

  it('damaged copies and CRLF give what is readable or findings, and never fail', () => {
    const crlf = new TextEncoder().encode(cook().text.replaceAll('\n', '\r\n'));
    const plain = frontMatterLadder.read([textFile('cook.md', crlf)]).frameworks[0] as Framework;
    expect(points(plain)).toEqual(points(frontMatterLadder.read([cook()]).frameworks[0] as Framework));
    fc.assert(
      fc.property(damaged(cook().bytes), damaged(crlf), (one, other) => {
        const files = [one, other].map((bytes, index) => ({
          name: `${index}.md`,
          bytes,
          text: new TextDecoder().decode(bytes),
          digest: `sha256:${index}`,
        }));
        files.map(frontMatterLadder.recognises);
        expectSound(frontMatterLadder.read(files));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['topics', '  - name: "x\n'],
    ['tabs', '\t- \t- a\n'],
    ['levels', '      - level: 1\n'],
    ['brackets', '['],
  ])('is read to its end: many %s', (_, unit) => {
    const body = unit.repeat(Math.ceil(300_000 / unit.length));
    expectSound(read(ladder(...TOPIC, body)));
  });
});
