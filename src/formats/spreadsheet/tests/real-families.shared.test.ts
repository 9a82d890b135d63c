import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { canonicalDocument } from '../../../domain/release.ts';
import { FORMATS_READ, readFiles } from '../../index.ts';
import { jobFamily } from '../../job-family/index.ts';
import { sharedBytes, sharedExists, sharedFile, warnIfSkipped } from '../../tests/files.ts';
import { spreadsheet, writeCsv, writeTracker, writeXlsx } from '../index.ts';
import { readSpreadsheet } from '../read.ts';

warnIfSkipped('the real job families as spreadsheets');

const FAMILIES = ['operations.yml', 'engineering.yml', 'engineering-v1.yml'];

describe.skipIf(!sharedExists)('the real job families', () => {
  const read = (name: string) =>
    jobFamily.read([sharedFile(`frameworks/financial-times/${name}`)]).frameworks[0] as Framework;
  const said = (framework: Framework) =>
    canonicalDocument({ ...framework, source: { format: 'spreadsheet', key: '', files: [] } });

  it.each(FAMILIES)('%s comes back from a workbook without loss, and the workbook as it is', (name) => {
    const framework = read(name);
    const { files, losses } = writeXlsx(framework);
    expect(losses).toEqual([]);
    const [file] = files as [(typeof files)[0]];
    const { frameworks, findings } = readSpreadsheet(file);
    expect(findings).toEqual([]);
    const [again] = frameworks as [Framework];
    expect(said(again)).toBe(said(framework));
    expect(again.source.key).toBe(framework.source.key);
    expect(writeXlsx(again, file).files[0]?.bytes).toEqual(file.bytes);
  });

  it.each([
    ['operations.yml', ['the summary', 'what the source says about its status']],
    ['engineering.yml', ['the summary']],
    ['engineering-v1.yml', ['the summary', 'what the source says about its status']],
  ])('%s comes back from CSV but for what is listed', (name, expected) => {
    const framework = read(name);
    const { files, losses } = writeCsv(framework);
    const [again] = readSpreadsheet(files[0] as (typeof files)[0]).frameworks as [Framework];
    expect(losses.map(({ what }) => what)).toEqual(expected);
    expect(again.expectations.map(({ origin: _, ...cell }) => cell)).toEqual(
      framework.expectations.map(({ origin: _, ...cell }) => cell),
    );
  });

  it.each(FAMILIES)('%s gives a tracker for each level', (name) => {
    const framework = read(name);
    for (const { id } of framework.levels) expect(writeTracker(framework, id).losses).toEqual([]);
  });

  it('leaves tables of other formats alone', () => {
    const tables = [
      'moodle/example.csv',
      'uk-digital-and-data/uk_gdad_pcf_roles.csv',
      'uk-digital-and-data/uk_gdad_pcf_skills.csv',
    ];
    for (const table of tables) expect(spreadsheet.recognises(sharedFile(`frameworks/${table}`))).toBe(false);
  });
});

describe.skipIf(!sharedExists)('the real guide', () => {
  const file = () => ({
    name: 'how-to-use.md',
    bytes: sharedBytes('frameworks/financial-times/how-to-use.md'),
  });

  it('is read as a guide on how to use the competencies, its scale as text', () => {
    const { guides, frameworks } = readFiles([file()], FORMATS_READ);
    expect(frameworks).toEqual([]);
    expect(guides).toHaveLength(1);
    expect(guides[0]).toMatchObject({
      title: 'How to use the Competencies',
      kind: 'how-to-use',
      textFormat: 'markdown',
    });
    expect(guides[0]?.introduction).toMatch(/^Competencies are used by managers/);
    expect(guides[0]?.sections.map(({ heading }) => heading)).toEqual([
      'Proficiency levels',
      'Competencies',
      'Progression',
      'Applying Competencies',
      'More information & help',
    ]);
    expect(guides[0]?.sections[0]?.body).toContain('1. **Awareness**: a basic');
  });
});
