import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../../domain/framework.ts';
import { sharedExists, sharedFile, warnIfSkipped } from '../../tests/files.ts';
import { expectSound } from '../../tests/soundness.ts';
import { roleSkillCsv } from '../index.ts';

warnIfSkipped('real tables of roles and skills');

const FOLDER = 'frameworks/uk-digital-and-data';

describe.skipIf(!sharedExists)('the real tables', () => {
  const roles = () => sharedFile(`${FOLDER}/uk_gdad_pcf_roles.csv`);
  const skills = () => sharedFile(`${FOLDER}/uk_gdad_pcf_skills.csv`);
  const read = () => roleSkillCsv.read([roles(), skills()]);
  const plain = () => parse(roles().text, { columns: true }) as Record<string, string>[];

  it('have 205 role levels and 1,825 requirement rows, of which 16 repeat another', () => {
    const result = read();
    expectSound(result);
    expect(plain()).toHaveLength(1825);
    expect(
      result.frameworks.map(({ id, levels, competencies, expectations }) => [
        id,
        levels.length,
        competencies.length,
        expectations.length,
      ]),
    ).toEqual([
      ['architecture', 27, 40, 203],
      ['chief-digital-and-data', 4, 22, 28],
      ['data', 36, 56, 318],
      ['it-operations', 46, 27, 532],
      ['product-and-delivery', 21, 34, 179],
      ['quality-assurance-testing-qat', 10, 6, 60],
      ['software-development', 24, 20, 240],
      ['user-centred-design', 37, 31, 249],
    ]);
    const sum = (count: (framework: (typeof result.frameworks)[number]) => number) =>
      result.frameworks.reduce((total, framework) => total + count(framework), 0);
    expect(sum(({ levels }) => levels.length)).toBe(205);
    expect(sum(({ roleProfiles }) => roleProfiles.length)).toBe(52);
    const repeats = result.findings.filter(({ message }) => message.includes('repeats the one'));
    expect(repeats).toHaveLength(16);
    expect(sum(({ expectations }) => expectations.length) + repeats.length).toBe(1825);
    expect(sum(({ expectations }) => expectations.filter(({ state }) => state === 'not in use').length)).toBe(
      28,
    );
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('are held to the letter, beside a plain parse of the same rows', () => {
    const rows = new Set<string>();
    const result = read();
    const told = new Set<string>();
    for (const { name, levels, competencies, expectations, roleProfiles } of result.frameworks) {
      const level = new Map(levels.map((of) => [of.id, of]));
      const row = new Map(competencies.map((of) => [of.id, of.name]));
      const role = new Map(roleProfiles.map(({ title, introduction }) => [title, introduction]));
      for (const cell of expectations) {
        const at = level.get(cell.level);
        const unused = cell.state === 'not in use';
        told.add(
          JSON.stringify([
            name,
            at?.track,
            role.get(at?.track ?? ''),
            unused ? 'NOT IN USE' : at?.name,
            unused ? 'NOT IN USE' : at?.summary,
            row.get(cell.competency),
            unused ? 'NOT IN USE' : cell.proficiency,
            unused ? 'NOT IN USE' : textOf(cell),
          ]),
        );
      }
    }
    for (const of of plain()) {
      const step = of['Skill Level'] === 'NOT IN USE' ? 'NOT IN USE' : of['Skill Level']?.toLowerCase();
      const key = JSON.stringify([
        of['Role Family'],
        of.Role,
        of['Role Description'],
        of['Role Level'],
        of['Role Level Description'],
        of['Skill Name'],
        step,
        of['Skill Level Description'],
      ]);
      rows.add(key);
    }
    expect([...rows].filter((key) => !told.has(key))).toEqual([]);
    expect(told.size).toBe(1809);
  });

  it('take definitions from the skills and put "MISSING" nowhere', () => {
    const { frameworks } = read();
    const definitions = frameworks.flatMap(({ competencies }) =>
      competencies.map(({ definition }) => definition),
    );
    expect(definitions).not.toContain('MISSING');
    const described = new Map(
      (parse(skills().text, { columns: true }) as Record<string, string>[]).map((of) => [
        of['Skill Name'],
        of['Skill Description'],
      ]),
    );
    expect(described.size).toBe(188);
    for (const { name, definition } of frameworks.flatMap(({ competencies }) => competencies)) {
      expect(definition ?? '').toBe(described.get(name));
    }
  });

  it('have ladders in an order that people know', () => {
    const operations = read().frameworks.find(({ id }) => id === 'it-operations');
    const track = (name: string) =>
      operations?.levels.filter((level) => level.track === name).map((level) => level.id);
    expect(track('Incident manager')).toEqual(['incident-manager', 'major-incident-manager']);
    expect(track('Service desk manager')).toEqual([
      'service-desk-analyst',
      'senior-service-desk-analyst',
      'service-desk-manager',
      'head-of-service-desk',
    ]);
    expect(operations?.scale.ordered).toBe(true);
  });

  it('can be read by themselves', () => {
    const alone = roleSkillCsv.read([roles()]);
    expect(alone.frameworks.map(({ expectations }) => expectations.length)).toEqual(
      read().frameworks.map(({ expectations }) => expectations.length),
    );
    const [ladder] = roleSkillCsv.read([skills()]).frameworks;
    expect([ladder?.levels.length, ladder?.competencies.length, ladder?.expectations.length]).toEqual([
      4, 188, 664,
    ]);
  });

  it('are read within 100 MB of memory', () => {
    const files = [roles(), skills()];
    const before = process.memoryUsage().rss;
    roleSkillCsv.read(files);
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  });
});

/** The cell as its source wrote it. */
function textOf({ statement, points }: Expectation): string {
  return [statement, ...points.map(({ text }) => `- ${text}`)]
    .filter((part) => part !== undefined)
    .join('\n');
}
