import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Framework } from '../../../domain/framework.ts';
import { sharedExists, sharedFile, warnIfSkipped } from '../../tests/files.ts';
import { expectSound } from '../../tests/soundness.ts';
import { frontMatterLadder } from '../index.ts';

warnIfSkipped('real ladders in front matter');

const FOLDER = 'frameworks/monzo';
/** File, levels, topics, cells, criteria: counted by hand of a plain parse. */
const KNOWN = [
  ['generic', [1, 2, 3, 4, 5, 6], 5, 30, 72],
  ['ops-individual-contributor', [1, 2, 3, 4, 5], 4, 20, 70],
  ['ops-leadership', [2, 3, 4, 5, 6], 5, 25, 152],
  ['people', [1, 2, 3, 4, 5, 6, 7], 5, 35, 146],
  ['techops', [1, 2, 3, 4, 5], 6, 26, 139],
] as const;

interface Plain {
  title: string;
  topics: { name: string; title: string | null; content: { level: number; criteria: string[] }[] }[];
}

describe.skipIf(!sharedExists)('the real ladders', () => {
  const files = () => KNOWN.map(([name]) => sharedFile(`${FOLDER}/${name}.md`));
  const read = () => frontMatterLadder.read(files());

  it('are recognised and become one framework each', () => {
    expect(files().every(frontMatterLadder.recognises)).toBe(true);
    expectSound(read());
    expect(
      read().frameworks.map(({ id, levels, themes, expectations }) => [
        id,
        levels.map(({ name }) => Number(name.replace('Level ', ''))),
        themes.length,
        expectations.length,
        expectations.reduce((sum, { points }) => sum + points.length, 0),
      ]),
    ).toEqual(KNOWN);
    expect(read().frameworks.flatMap(({ gaps, guides }) => [...gaps, ...guides])).toEqual([]);
  });

  it('hold the text to the letter, beside a plain parse of the same YAML', () => {
    for (const [index, file] of files().entries()) {
      const framework = read().frameworks[index] as Framework;
      const yaml = file.text.slice(3, file.text.lastIndexOf('\n---')).replaceAll('\t', ' ');
      const plain = parse(yaml) as Plain;
      expect(framework.name).toBe(plain.title);
      expect(framework.themes.map(({ name }) => name)).toEqual(
        plain.topics.map(({ name, title }) => title ?? name),
      );
      expect(
        framework.expectations.map(({ level, points }) => [level, points.map(({ text }) => text)]),
      ).toEqual(
        plain.topics.flatMap(({ content }) =>
          content.map(({ level, criteria }) => [`level-${level}`, criteria]),
        ),
      );
    }
  });

  it('lead to findings for the tab, for a count that begins at 2, and for what belongs to the site', () => {
    const { findings } = read();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'warning')).toMatchObject([
      { file: 'people.md', line: 205, column: 12 },
    ]);
    const notes = findings.filter(({ severity }) => severity === 'note');
    expect(notes.filter(({ rule }) => rule === 'not-held')).toHaveLength(5);
    expect(notes.filter(({ rule }) => rule !== 'not-held')).toMatchObject([
      { file: 'ops-leadership.md', line: 7, quote: 'levels: 5' },
    ]);
  });
});
