import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Framework } from '../../../domain/framework.ts';
import { sharedBytes, sharedExists, sharedFile, warnIfSkipped } from '../../tests/files.ts';
import { pageText } from '../index.ts';

warnIfSkipped('page text of real pages');

const HEAD = 'seeds/000_b849c3e51041d808.txt';
const ENGINEER = 'seeds/001_871c501e724211e3.txt';
const SENIOR = 'seeds/002_a4cf8a86c366d716.txt';

describe.skipIf(!sharedExists)('the real pages', () => {
  const read = () => pageText.read([HEAD, ENGINEER, SENIOR].map(sharedFile));

  it('are recognised and read without a finding', () => {
    expect([HEAD, ENGINEER, SENIOR].map((path) => pageText.recognises(sharedFile(path)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(read().findings).toEqual([]);
    expect(read().frameworks.map(({ id, name }) => [id, name])).toEqual([
      ['operations', 'Operations'],
      ['operations-legacy', 'Operations'],
    ]);
  });

  it('give the newer page nine themes that are its competencies', () => {
    const newer = read().frameworks[0] as Framework;
    expect(counts(newer)).toEqual([1, 9, 9, 9]);
    expect(newer.competencies.map(({ id }) => id)).toEqual(newer.themes.map(({ id }) => id));
    expect(newer.competencies.every(({ definition }) => (definition ?? '').length > 40)).toBe(true);
    const ofStep = (step: string) =>
      newer.expectations.filter(({ proficiency }) => proficiency === step).length;
    expect([ofStep('practitioner'), ofStep('expert')]).toEqual([6, 3]);
    const cell = (id: string) => newer.expectations.find(({ competency }) => competency === id);
    expect(cell('communication')?.statement?.split('\n\n')).toHaveLength(2);
    expect(cell('technical')?.points.map(({ text }) => text.split(' ')[0])).toEqual([
      'Oversees',
      'Identifies',
      'Defines',
    ]);
    expect(cell('technical')?.statement).toBeUndefined();
    expect(cell('business-impact')?.statement).toContain('teams’ strengths');
    expect(cell('communication')?.origin).toEqual({ file: '000_b849c3e51041d808.txt', line: 39 });
  });

  it('join the two legacy pages into one framework of 36 rows', () => {
    const legacy = read().frameworks[1] as Framework;
    expect(counts(legacy)).toEqual([2, 4, 36, 36]);
    expect(legacy.levels.map(({ name, next }) => [name, next])).toEqual([
      ['Engineer', ['senior-engineer-2']],
      ['Senior Engineer 2', []],
    ]);
    const at = (level: string) =>
      legacy.expectations.filter((expectation) => expectation.level === level).length;
    expect([at('engineer'), at('senior-engineer-2')]).toEqual([19, 17]);
    expect(legacy.sourceStatus.map(({ status, level }) => [status, level])).toEqual([
      ['legacy', 'senior-engineer-2'],
    ]);
    expect(legacy.scale).toMatchObject({
      ordered: false,
      steps: [{ id: 'working-knowledge', name: 'Working knowledge' }],
    });
    const communication = legacy.competencies.find(({ name }) => name === 'Communication');
    expect(communication).toMatchObject({ theme: 'communication', origin: { line: 70 } });
  });

  it('keep the banner about another family as a notice and name what is missing', () => {
    for (const framework of read().frameworks) {
      expect(framework.notices.map(({ about, text }) => [about, text.slice(0, 27)])).toEqual([
        ['other framework', 'Engineering competencies v2'],
      ]);
      expect(framework.gaps.map(({ kind }) => kind)).toEqual(['missing guide', 'undefined scale']);
    }
  });

  it('equal the job family of the same publisher but for doubled spaces and one apostrophe', () => {
    const legacy = read().frameworks[1] as Framework;
    const differing: [string, string][] = [];
    const levels = { engineer: 'engineer', 'senior-engineer-2': 'senior-2' };
    for (const [level, theirs] of Object.entries(levels)) {
      const ours = entriesOf(legacy, level);
      const published = publishedEntries(theirs);
      expect(ours.map(shape)).toEqual(published.map(shape));
      for (const [index, entry] of ours.entries()) {
        for (const [at, text] of entry.texts.entries()) {
          const other = published[index]?.texts[at] ?? '';
          if (text !== other) differing.push([text, other]);
        }
      }
    }
    expect(differing.map((pair) => pair.map(difference))).toEqual([
      ['collaborates with', 'collaborates  with'],
      ['the team’s processes', "the team's processes"],
      ['team. Occasionally', 'team.  Occasionally'],
      ['team. Will', 'team.  Will'],
      ['the team’s processes', "the team's processes"],
    ]);
    for (const [ours, theirs] of differing) expect(ours.replace('’', "'")).toBe(theirs.replace('  ', ' '));
  });
});

interface PlainEntry {
  theme: string;
  proficiency: string;
  /** Name, then examples. */
  texts: string[];
}

function shape({ theme, proficiency, texts }: PlainEntry) {
  return [theme, proficiency, texts.length];
}

/** The words around the place where a text differs, cut out by what is known of them. */
function difference(text: string): string | undefined {
  return /the team['’]s processes|collaborates {1,2}with|team\. {1,2}(?:Occasionally|Will)/.exec(text)?.[0];
}

function entriesOf(framework: Framework, level: string): PlainEntry[] {
  const rows = new Map(framework.competencies.map((row) => [row.id, row]));
  const steps = new Map(framework.scale.steps.map(({ id, name }) => [id, name]));
  return framework.expectations
    .filter((expectation) => expectation.level === level)
    .map(({ competency, examples, proficiency }) => ({
      theme: rows.get(competency)?.theme ?? '',
      proficiency: steps.get(proficiency ?? '') ?? '',
      texts: [rows.get(competency)?.name ?? '', ...examples],
    }));
}

function publishedEntries(level: string): PlainEntry[] {
  const family = parse(
    new TextDecoder().decode(sharedBytes('frameworks/financial-times/operations.yml')),
  ) as {
    competencies: {
      level: string;
      theme: string;
      proficiency: string;
      summary: string;
      examples: string[];
    }[];
  };
  return family.competencies
    .filter((entry) => entry.level === level)
    .map(({ theme, proficiency, summary, examples }) => ({
      theme,
      proficiency,
      texts: [summary, ...examples],
    }));
}

function counts({ levels, themes, competencies, expectations }: Framework): number[] {
  return [levels.length, themes.length, competencies.length, expectations.length];
}
