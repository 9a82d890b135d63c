import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import type { ReadResult } from '../../format.ts';
import { fixture, textFile } from '../../tests/files.ts';
import { jobFamily } from '../index.ts';

const legacy = fixture(import.meta.url, 'legacy.yml');
const newer = fixture(import.meta.url, 'newer.yml');

function read(text: string): ReadResult & { framework: Framework } {
  const result = jobFamily.read([textFile('family.yml', text)]);
  return { ...result, framework: result.frameworks[0] as Framework };
}

describe('the legacy shape', () => {
  const { framework, findings } = read(legacy.text);

  it('makes every entry a row of its own and keeps its id, even one that is no UUID', () => {
    expect(framework.id).toBe('harbour-watch-legacy');
    expect(framework.source.key).toBe('job-family:sheet-17');
    expect(framework.textFormat).toBe('plain');
    expect(framework.competencies.map(({ id, theme }) => [id, theme])).toEqual([
      ['reads-the-lights-and-flags', 'signals'],
      ['reads-the-lights-and-flags-2', 'signals'],
      ['gives-out-berths', 'berths'],
    ]);
    expect(framework.expectations.map(({ id }) => id)).toContain('92222222-2222-4222-8222-2222222222222');
    expect(findings).toMatchObject([{ rule: 'unexpected-part', severity: 'note', line: 37, column: 9 }]);
  });

  it('keeps what the source says of its status, its examples and links', () => {
    expect(framework.sourceStatus).toMatchObject([
      { status: 'legacy', quote: 'isLegacy: true', origin: { line: 6 } },
    ]);
    expect(framework.expectations[1]?.examples).toEqual(["It's read before it's seen"]);
    expect(framework.expectations[2]?.links).toEqual([
      { label: 'Berth plan', url: 'https://harbour.example/plan' },
    ]);
    expect(framework.scale).toMatchObject({
      ordered: false,
      steps: [{ name: 'Working knowledge' }, { name: 'Practitioner' }],
    });
  });
});

describe('the newer shape', () => {
  const { framework, findings } = read(newer.text);

  it('makes a theme the competency and its summary the definition', () => {
    expect(findings).toEqual([]);
    expect(framework.textFormat).toBe('markdown');
    expect(framework.competencies).toMatchObject([
      {
        id: 'signals',
        theme: 'signals',
        definition: 'Sees, reads and gives signals in any weather, and keeps\nthe log of them.',
      },
      { id: 'berths', theme: 'berths', definition: 'Gives every vessel its place.' },
    ]);
    expect(framework.themes.every(({ summary }) => summary === undefined)).toBe(true);
  });

  it('reads a numbered list as points and a text that only contains one as a statement', () => {
    const [first, , mixed] = framework.expectations;
    expect(first?.points.map(({ text }) => text)).toEqual([
      'Reads every **light** of the port.',
      'Hoists the flag that is asked for,\nand no other.',
    ]);
    expect(first?.statement).toBeUndefined();
    expect(mixed?.statement).toBe('Knows the plan:\n1. north quay\n2. south quay');
    expect(mixed?.points).toEqual([]);
  });

  it('leads each track on within itself', () => {
    expect(framework.levels.map(({ id, next, track }) => [id, next, track])).toEqual([
      ['mate', ['pilot-ic', 'pilot-pm'], undefined],
      ['pilot-ic', ['master'], 'Solo'],
      ['pilot-pm', ['master'], 'Crew'],
      ['master', [], undefined],
    ]);
  });
});

describe('mistakes', () => {
  it('names an unknown key, suggests the known one and reads the rest', () => {
    const { framework, findings } = read(
      newer.text.replace('proficiency: Awareness', 'proficency: Awareness'),
    );
    expect(findings).toMatchObject([
      {
        rule: 'unexpected-part',
        severity: 'warning',
        quote: 'proficency',
        line: 48,
        remedy: expect.stringContaining('"proficiency"'),
      },
      { rule: 'unexpected-part', severity: 'warning', message: expect.stringContaining('no proficiency') },
    ]);
    expect(framework.expectations).toHaveLength(3);
  });

  it('leaves out an entry without a level and reads the others', () => {
    const { framework, findings } = read(newer.text.replace('    level: master\n', ''));
    expect(findings).toMatchObject([
      { rule: 'unreadable', severity: 'error', line: 50, message: expect.stringContaining('"level"') },
    ]);
    expect(framework.expectations).toHaveLength(2);
  });

  it('gives an entry without an id one, with an error', () => {
    const { framework, findings } = read(legacy.text.replace(/id: 3333.*\n {4}/, ''));
    expect(findings.map(({ severity }) => severity)).toContain('error');
    expect(framework.expectations.map(({ id }) => id)).toContain('reads-the-lights-and-flags');
  });

  it('reads a number as the text that stands there and asks for quotation marks', () => {
    const { framework, findings } = read(newer.text.replace('name: Harbour\n', 'name: 1e3\n'));
    expect(framework.name).toBe('1e3');
    expect(findings).toMatchObject([{ severity: 'warning', quote: '1e3', line: 1 }]);
  });

  it('keeps duplicate ids and references that lead nowhere, for the linter to name', () => {
    const text = newer.text.replace(
      'a2222222-2222-4222-8222-222222222222',
      'a1111111-1111-4111-8111-111111111111',
    );
    const { framework } = read(
      text.replace('level: master', 'level: admiral').replace('theme: berths', 'theme: brths'),
    );
    expect(new Set(framework.expectations.map(({ id }) => id)).size).toBe(2);
    expect(framework.expectations.map(({ level, competency }) => `${level} ${competency}`)).toEqual(
      expect.arrayContaining(['admiral signals', 'mate brths']),
    );
  });

  it('says plainly where the text is not YAML', () => {
    const { findings } = read(legacy.text.replace('    theme: berths\n', '\ttheme: berths\n'));
    expect(findings[0]).toMatchObject({
      rule: 'unreadable',
      severity: 'error',
      file: 'family.yml',
      line: 44,
    });
  });

  it('recognises a job family by its content', () => {
    expect(jobFamily.recognises(legacy)).toBe(true);
    expect(jobFamily.recognises(textFile('framework.yaml', 'levels: []\nthemes: []\n'))).toBe(false);
    expect(jobFamily.recognises(textFile('theme.yaml', 'id: a\ncompetencies: []\n'))).toBe(false);
    expect(jobFamily.recognises(textFile('page.txt', legacy.text))).toBe(false);
  });
});
