import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { sharedExists, sharedFile, warnIfSkipped } from '../../tests/files.ts';
import { mutations } from '../../tests/mutations.ts';
import { jobFamily, writeJobFamily } from '../index.ts';

warnIfSkipped('the real job families');

const FOLDER = 'frameworks/financial-times';
const FAMILIES = [
  { name: 'operations.yml', id: 'operations', entries: 48, rows: 48, levels: 3 },
  { name: 'engineering.yml', id: 'engineering', entries: 72, rows: 9, levels: 8 },
  { name: 'engineering-v1.yml', id: 'engineering-legacy', entries: 101, rows: 101, levels: 4 },
];

describe.skipIf(!sharedExists)('the real job families', () => {
  it.each(FAMILIES)('reads $entries entries of $name and gives it back byte for byte', (family) => {
    const file = sharedFile(`${FOLDER}/${family.name}`);
    expect(jobFamily.recognises(file)).toBe(true);
    const { frameworks, findings } = jobFamily.read([file]);
    const framework = frameworks[0] as Framework;
    expect(framework.id).toBe(family.id);
    expect(framework.expectations).toHaveLength(family.entries);
    expect(framework.competencies).toHaveLength(family.rows);
    expect(framework.levels).toHaveLength(family.levels);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const { files, losses } = writeJobFamily(framework, file);
    expect(Buffer.from(files[0]?.bytes ?? []).equals(Buffer.from(file.bytes))).toBe(true);
    expect(losses).toEqual([]);
  });

  it('keeps the one id that is no UUID to the letter and notes it', () => {
    const { frameworks, findings } = jobFamily.read([sharedFile(`${FOLDER}/engineering-v1.yml`)]);
    const id = '983dd8411-940d-4aa8-9ba6-add04510a7da';
    expect(frameworks[0]?.expectations.map((cell) => cell.id)).toContain(id);
    expect(findings).toMatchObject([{ rule: 'unexpected-part', severity: 'note', line: 1038, quote: id }]);
  });

  it('reads the eight numbered texts of the newer shape as points', () => {
    const [framework] = jobFamily.read([sharedFile(`${FOLDER}/engineering.yml`)]).frameworks as [Framework];
    const pointed = framework.expectations.filter(({ points }) => points.length > 0);
    expect(pointed.map(({ points }) => points.length)).toEqual([2, 4, 4, 4, 3, 5, 3, 3]);
    expect(framework.scale.steps.map(({ name }) => name)).toContain('Expert');
    expect(framework.scale.ordered).toBe(false);
  });

  it.each(FAMILIES)('edits any one text of $name in its own lines', ({ name }) => {
    const file = sharedFile(`${FOLDER}/${name}`);
    const framework = jobFamily.read([file]).frameworks[0] as Framework;
    for (let nth = 0; nth < framework.expectations.length; nth += 9) {
      const edited = structuredClone(framework);
      const cell = edited.expectations[nth];
      const row = edited.competencies.find(({ id }) => id === cell?.competency);
      if (cell?.statement !== undefined) cell.statement = `Certainly ${cell.statement}`;
      else if (cell?.points[0]) cell.points[0].text = `${cell.points[0].text} Certainly`;
      else if (row) row.name = `${row.name} certainly`;
      const text = new TextDecoder().decode(writeJobFamily(edited, file).files[0]?.bytes);
      const after = text.split('\n');
      const differing = file.text.split('\n').filter((line, index) => line !== after[index]);
      expect(after).toHaveLength(file.text.split('\n').length);
      expect(differing).toHaveLength(1);
    }
  });

  it.each(FAMILIES)('reads or refuses every damaged copy of $name', ({ name }) => {
    const file = sharedFile(`${FOLDER}/${name}`);
    for (const damaged of mutations(file, 60)) {
      const { frameworks, findings } = jobFamily.read([damaged]);
      expect(frameworks.length + findings.length).toBeGreaterThan(0);
      for (const framework of frameworks) {
        const { files } = writeJobFamily(framework, damaged);
        expect(Buffer.from(files[0]?.bytes ?? []).equals(Buffer.from(damaged.bytes))).toBe(true);
      }
    }
  });
});
