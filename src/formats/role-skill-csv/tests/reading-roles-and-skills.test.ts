import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import type { TextFile } from '../../format.ts';
import { fixture, textFile } from '../../tests/files.ts';
import { expectSound } from '../../tests/soundness.ts';
import { roleSkillCsv } from '../index.ts';

const roles = () => fixture(import.meta.url, 'roles.csv');
const skills = () => fixture(import.meta.url, 'skills.csv');
const read = (...files: TextFile[]) => roleSkillCsv.read(files);
const named = (name: string, { frameworks } = read(roles(), skills())) =>
  frameworks.find((framework) => framework.name === name) as Framework;

describe('tables of roles and skills', () => {
  it('are recognised by their header row, with commas, semicolons or tabs', () => {
    const header = 'Role Family,Role,Role Level,Skill Name,Skill Level';
    const ours = [
      roles(),
      skills(),
      textFile('a.csv', header.replaceAll(',', ';')),
      textFile('a.tsv', header.replaceAll(',', '\t')),
    ];
    expect(ours.map(roleSkillCsv.recognises)).toEqual([true, true, true, true]);
    const others = [
      'Theme,Competency,Level\n',
      'Skill Name,Level\n',
      '',
      '"Skill Name',
      'x\n"Role,Skill Name"',
    ];
    expect(others.map((text) => roleSkillCsv.recognises(textFile('a.csv', text)))).toEqual(
      others.map(() => false),
    );
    expect(roleSkillCsv.recognises({ ...roles(), name: 'roles.md' })).toBe(false);
  });

  it('become one framework a family, in which a role is a track and a skill a competency', () => {
    const result = read(roles(), skills());
    expectSound(result);
    expect(result.frameworks.map(({ id, source }) => [id, source.key, source.files.length])).toEqual([
      ['kitchen', 'role-skill-csv:Kitchen', 2],
      ['floor', 'role-skill-csv:Floor', 2],
    ]);
    const kitchen = named('Kitchen');
    expect(kitchen.levels.map(({ name, track, next }) => [name, track, next])).toEqual([
      ['Associate cook', 'Cook', ['cook']],
      ['Cook', 'Cook', ['head-of-kitchen']],
      ['Head of kitchen ', 'Cook', []],
      ['Owner', 'Owner', []],
    ]);
    expect(kitchen.levels[1]?.summary).toBe('A cook cooks alone.\n\nThey:\n- plan\n- shop');
    expect(kitchen.competencies.map(({ id, theme, definition }) => [id, theme, definition])).toEqual([
      ['knives', 'knives', 'Knife skills use a knife, safely.'],
      ['tasting', 'tasting', 'Tasting tells good from bad.'],
      ['menus', 'menus', 'Menus say what there is.'],
    ]);
  });

  it('give each requirement its step, and its text as a statement and points', () => {
    const cells = named('Kitchen').expectations;
    const at = (id: string) => cells.find((cell) => cell.id === id);
    expect(at('associate-cook-knives')).toMatchObject({
      statement: 'You can:',
      points: [{ text: 'name the knives' }, { text: 'ask for help' }],
      proficiency: 'awareness',
      origin: { file: 'roles.csv', line: 2 },
    });
    expect(at('associate-cook-tasting')).toMatchObject({ statement: 'Knows salt from sugar.', points: [] });
    const goesOn = 'You can:\n- season to taste\nNobody is born with it.';
    expect(at('cook-tasting')).toMatchObject({ statement: goesOn, points: [], origin: { line: 34 } });
    const silent = at('head-of-kitchen-tasting');
    expect(silent).toMatchObject({ points: [], proficiency: 'practitioner', state: 'present' });
    expect(silent?.statement).toBeUndefined();
  });

  it('keep what is not in use as that, and a role without levels as its own level', () => {
    const cell = named('Kitchen').expectations.find(({ level }) => level === 'owner');
    expect(cell).toMatchObject({ competency: 'menus', state: 'not in use', points: [] });
    expect([cell?.statement, cell?.proficiency]).toEqual([undefined, undefined]);
    expect(named('Kitchen').levels.at(-1)?.summary).toBeUndefined();
  });

  it('tell of a role as a whole once, in a role profile', () => {
    const profiles = named('Kitchen').roleProfiles;
    expect(profiles.map(({ title, level }) => [title, level])).toEqual([
      ['Cook', undefined],
      ['Owner', 'owner'],
    ]);
    expect(profiles[0]?.introduction).toBe(
      'A cook feeds the house.\n\nIn this role, you will:\n- plan meals, "specials" too\n- mind the stove',
    );
  });

  it('say what every step of a skill means, in a guide, also where no level requires it', () => {
    const [guide] = named('Floor').guides;
    expect(guide?.sections.map(({ heading, body }) => [heading, body])).toEqual([
      [
        'Carrying',
        '### Awareness\n\nYou can:\n- carry one plate\n\n### Working\n\nYou can:\n- carry three plates\n\n### Expert\n\nNOT IN USE',
      ],
    ]);
  });

  it('have an ordered scale where the columns of the skills give the order', () => {
    expect(named('Floor').scale).toEqual({
      ordered: true,
      steps: ['Awareness', 'Working', 'Practitioner', 'Expert'].map((name) => ({
        id: name.toLowerCase(),
        name,
      })),
    });
  });

  it('name what repeats, what has no place, what nobody requires, and the order that was inferred', () => {
    const found = read(roles(), skills()).findings.map(({ rule, severity, file, line, column }) => [
      rule,
      severity,
      file,
      line,
      column,
    ]);
    expect(found).toEqual([
      ['unexpected-part', 'warning', 'roles.csv', 24, 6],
      ['not-held', 'note', 'roles.csv', 56, undefined],
      ['not-held', 'note', 'skills.csv', 2, undefined],
      ['not-held', 'warning', 'skills.csv', 17, undefined],
      ['unexpected-part', 'warning', 'roles.csv', 2, undefined],
    ]);
    expect(named('Kitchen').gaps.map(({ id }) => id)).toEqual(['order-of-role-levels']);
  });
});

describe('one of the tables by itself', () => {
  it('roles have their definitions from their own rows, and a scale without an order', () => {
    const kitchen = named('Kitchen', read(roles()));
    expect(kitchen.competencies.map(({ definition }) => definition)).toEqual([
      'Knife skills use a knife, safely.',
      undefined,
      'Menus say what there is.',
    ]);
    expect(kitchen.scale.ordered).toBe(false);
    expect(kitchen.gaps.map(({ id }) => id)).toEqual([
      'order-of-role-levels',
      'skills-without-description',
      'undefined-scale',
    ]);
    expect(kitchen.guides).toEqual([]);
  });

  it('skills become a framework whose ladder is the scale, and a finding says so', () => {
    const { frameworks, findings } = read(skills());
    const [framework] = frameworks;
    expectSound({ frameworks, findings, guides: [], roleProfiles: [] });
    expect(framework?.levels.map(({ name, next }) => [name, next])).toEqual([
      ['Awareness', ['working']],
      ['Working', ['practitioner']],
      ['Practitioner', ['expert']],
      ['Expert', []],
    ]);
    expect(framework?.competencies).toHaveLength(5);
    expect(framework?.expectations.map(({ id, state }) => [id, state])).toContainEqual([
      'expert-carrying',
      'not in use',
    ]);
    expect(framework?.expectations).toHaveLength(4 + 4 + 3 + 1);
    expect(framework?.gaps).toMatchObject([{ id: 'skills-without-steps', quote: 'Menus' }]);
    expect(findings.map(({ severity }) => severity)).toEqual(['note', 'warning']);
  });

  it('skills keep the order of their own columns', () => {
    const { frameworks } = read(textFile('s.csv', 'Skill Name,Expert,Working\nKnives,all,some\n'));
    expect(frameworks[0]?.levels.map(({ name }) => name)).toEqual(['Expert', 'Working']);
  });
});

describe('the ladder of a role', () => {
  const table = (...rows: [string, string, string][]) =>
    textFile(
      'r.csv',
      [
        'Role Family,Role,Role Level,Skill Name,Skill Level,Skill Level Description',
        ...rows.map(([level, skill, step]) => `K,Baker,${level},${skill},${step},x`),
      ].join('\n'),
    );
  const names = (...rows: [string, string, string][]) =>
    named('K', read(table(...rows), skills())).levels.map(({ name, next }) => [name, next]);

  it('is the order of the file where that is not the alphabet', () => {
    expect(names(['Owner', 'Salt', 'Expert'], ['Baker', 'Salt', 'Working'])).toEqual([
      ['Owner', ['baker']],
      ['Baker', []],
    ]);
  });

  it('is told by what levels require where the file is alphabetical', () => {
    expect(
      names(
        ['Baker', 'Salt', 'Working'],
        ['Oven hand', 'Salt', 'Awareness'],
        ['Senior hand', 'Salt', 'Working'],
      ),
    ).toEqual([
      ['Oven hand', ['baker']],
      ['Baker', ['senior-hand']],
      ['Senior hand', []],
    ]);
  });

  it('has branches of one name side by side', () => {
    expect(
      names(
        ['Baker', 'Salt', 'Working'],
        ['Lead baker', 'Salt', 'Expert'],
        ['Lead baker - shop', 'Salt', 'Expert'],
        ['Principal baker', 'Oven', 'Expert'],
        ['Principal baker', 'Salt', 'Expert'],
        ['Trainee baker', 'Salt', 'Awareness'],
      ),
    ).toEqual([
      ['Trainee baker', ['baker']],
      ['Baker', ['lead-baker', 'lead-baker-shop', 'principal-baker']],
      ['Lead baker', []],
      ['Lead baker - shop', []],
      ['Principal baker', []],
    ]);
  });
});
