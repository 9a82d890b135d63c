import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture, textFile } from '../../tests/files.ts';
import { expectSound } from '../../tests/soundness.ts';
import { damaged } from '../../tests/texts.ts';
import { roleSkillCsv } from '../index.ts';

const HEADER = 'Role,Role Level,Skill Name,Skill Level,Skill Level Description';
const read = (...lines: string[]) => roleSkillCsv.read([textFile('crew.csv', [HEADER, ...lines].join('\n'))]);
const skillsOf = ({ frameworks }: ReturnType<typeof read>) =>
  frameworks.flatMap(({ competencies }) => competencies.map(({ name }) => name));
const errors = ({ findings }: ReturnType<typeof read>) => findings.filter(({ rule }) => rule !== 'not-held');

describe('a broken table', () => {
  it('goes on after quotation marks that do not match, and names row and column', () => {
    const result = read(
      'Mate,Mate,Ropes,Working,ties',
      'Mate,Mate,"Sails,Working,sets',
      'Mate,Mate,Knots,Expert,"so',
      'well"',
      'Mate,Mate,Tar,Working,tars',
    );
    expect(skillsOf(result)).toEqual(['Ropes', 'Knots', 'Tar']);
    expect(errors(result)).toMatchObject([
      {
        rule: 'unreadable',
        severity: 'error',
        file: 'crew.csv',
        line: 3,
        column: 3,
        quote: 'Mate,Mate,"Sails,Working,sets',
      },
    ]);
    expect(errors(result)[0]?.message).toContain('line 3 of crew.csv, column "Skill Name"');
  });

  it('goes on after a quotation mark that is never closed', () => {
    const rows = Array.from({ length: 50 }, (_, index) => `Mate,Mate,Skill ${index},Working,does`);
    const result = read('Mate,Mate,"Sails,Working,sets', ...rows);
    expect(skillsOf(result)).toHaveLength(50);
    expect(errors(result)).toMatchObject([{ rule: 'unreadable', line: 2 }]);
  });

  it('keeps a quotation mark inside a cell without any around it', () => {
    const result = read('Mate,Mate,Ropes of 5" and more,Working,ties', 'Mate,Mate,Tar,Working,tars');
    expect(skillsOf(result)).toEqual(['Ropes of 5" and more', 'Tar']);
    expect(errors(result)).toMatchObject([
      { rule: 'unexpected-part', severity: 'warning', line: 2, column: 3 },
    ]);
  });

  it('reads what rows with too few or too many columns have', () => {
    const result = read('Mate,Mate,Ropes', 'Mate,Mate,Tar,Working,tars,more,and more', ' , ,,,');
    expect(skillsOf(result)).toEqual(['Ropes', 'Tar']);
    expect(errors(result)).toMatchObject([
      { severity: 'warning', line: 2, column: 4, quote: 'Ropes' },
      { severity: 'error', line: 3, column: 6, quote: 'more' },
    ]);
    expect(result.frameworks[0]?.expectations[0]).toMatchObject({ state: 'to do' });
  });

  it('leaves out rows that say not what they are about', () => {
    const result = read('Mate,,Ropes,Working,ties', 'Mate,Mate,Tar,Working,tars');
    expect(skillsOf(result)).toEqual(['Tar']);
    expect(errors(result)).toMatchObject([{ severity: 'error', line: 2, column: 2 }]);
    expect(errors(result)[0]?.message).toContain('line 2 of crew.csv, column "Role Level"');
  });

  it('names unknown columns and reads the others', () => {
    const text = `Wage,${HEADER},Role\n9,Mate,Mate,Ropes,Working,ties,x\n`;
    const { frameworks, findings } = roleSkillCsv.read([textFile('crew.csv', text)]);
    expect(frameworks[0]?.name).toBe('crew');
    expect(frameworks[0]?.expectations[0]).toMatchObject({ statement: 'ties' });
    expect(findings).toMatchObject([
      { rule: 'not-held', severity: 'warning', line: 1, column: 1, quote: 'Wage' },
      { rule: 'not-held', line: 1, column: 7, quote: 'Role' },
    ]);
  });

  it('gives a skill that a level requires twice, otherwise, a row of its own', () => {
    const result = read('Mate,Mate,Ropes,Working,ties', 'Mate,Mate,Ropes,Expert,ties all');
    expect(result.frameworks[0]?.competencies.map(({ id, theme }) => [id, theme])).toEqual([
      ['ropes', 'ropes'],
      ['ropes-2', 'ropes'],
    ]);
    expect(errors(result)).toMatchObject([{ severity: 'warning', line: 3, column: 4, quote: 'Expert' }]);
  });

  it('keeps the first of two descriptions of one thing and names the other', () => {
    const text =
      'Role,Role Level,Role Level Description,Skill Name\nMate,Mate,Works.,Ropes\nMate,Mate,Rests.,Tar\n';
    const { frameworks, findings } = roleSkillCsv.read([textFile('crew.csv', text)]);
    expect(frameworks[0]?.levels[0]?.summary).toBe('Works.');
    expect(findings).toMatchObject([{ severity: 'warning', line: 3, column: 3, quote: 'Rests.' }]);
  });

  it('reads a cell of 100 KB whole and names it; a row over 1 MB is left out', () => {
    const result = read(
      `Mate,Mate,Ropes,Working,${'x'.repeat(100_000)}`,
      `Mate,Mate,Sails,Working,${'x'.repeat(1_100_000)}`,
      'Mate,Mate,Tar,Working,tars',
    );
    expect(skillsOf(result)).toEqual(['Ropes', 'Tar']);
    expect(result.frameworks[0]?.expectations[0]?.statement).toHaveLength(100_000);
    expect(errors(result)).toMatchObject([
      { rule: 'unexpected-part', severity: 'warning', line: 2, column: 5 },
      { rule: 'unreadable', severity: 'error', line: 3 },
    ]);
  });

  it('reads CRLF, a lone CR and a byte order mark as it reads LF', () => {
    const plain = fixture(import.meta.url, 'roles.csv').text;
    const content = (text: string) =>
      roleSkillCsv
        .read([textFile('roles.csv', text)])
        .frameworks.map(({ expectations, levels, roleProfiles }) => ({ expectations, levels, roleProfiles }));
    for (const end of ['\r\n', '\r'])
      expect(content(`\ufeff${plain.replaceAll('\n', end)}`)).toEqual(content(plain));
  });
});

describe('any table', () => {
  it.each(['roles.csv', 'skills.csv'])(
    'a damaged copy of %s gives what is readable or findings, and never fails',
    (name) => {
      const other = fixture(import.meta.url, name === 'roles.csv' ? 'skills.csv' : 'roles.csv');
      fc.assert(
        fc.property(damaged(fixture(import.meta.url, name).bytes), (bytes) => {
          const file = { name, bytes, text: new TextDecoder().decode(bytes), digest: 'sha256:0' };
          roleSkillCsv.recognises(file);
          expectSound(roleSkillCsv.read([file]));
          expectSound(roleSkillCsv.read([file, other]));
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each([
    ['commas', ','],
    ['open quotes', 'Mate,Mate,"Ropes,Working,ties\n'],
    ['quotes', '"'],
    ['stray quotes', 'Mate,Mate,5" rope,Working,ties\n'],
    ['closed quotes in the wrong place', 'Mate,Mate,"5" rope",Working,ties\n'],
    ['repeated rows', 'Mate,Mate,Ropes,Working,ties\n'],
    ['short rows', 'Mate\n'],
    ['empty lines', '\n'],
  ])(
    'of 3 MB is read in bounded time: many %s',
    (_, unit) => {
      expectSound(read(unit.repeat(Math.ceil(3_000_000 / unit.length))));
    },
    30_000,
  );

  it('of many levels, roles and skills is read to its end', () => {
    const rows = (count: number) =>
      Array.from(
        { length: count },
        (_, n) => `Role ${n % 7},Level ${n},Skill ${n % 5000},Working,does it ${n}`,
      );
    expectSound(read(...rows(30_000)));
    const twice = Array.from({ length: 30_000 }, (_, n) => `Mate,Mate,Ropes,Working,ties ${n}`);
    expectSound(read(...twice));
  }, 30_000);
});
