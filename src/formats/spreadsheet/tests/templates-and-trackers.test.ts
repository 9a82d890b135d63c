import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { FORMATS_READ, readFiles } from '../../index.ts';
import { writeCsv, writeTemplate, writeTemplateCsv, writeTracker, writeXlsx } from '../index.ts';
import { readSpreadsheet } from '../read.ts';
import { readWorkbook } from '../xlsx/read.ts';

type File = { name: string; bytes: Uint8Array };

function template(): Framework {
  const [framework] = readSpreadsheet(writeTemplate().files[0] as File).frameworks as [Framework];
  return framework;
}

describe('The template', () => {
  it.each([
    ['workbook', writeTemplate, 0],
    ['CSV file', writeTemplateCsv, 0],
  ])('as a %s can be imported as it is', (_, write, errors) => {
    const { frameworks, findings } = readFiles(write().files, FORMATS_READ);
    expect(findings.filter(({ severity }) => severity !== 'note')).toHaveLength(errors);
    const [framework] = frameworks as [Framework];
    expect(framework).toMatchObject({
      id: 'our-bakery',
      name: 'Our bakery',
      source: { format: 'spreadsheet' },
    });
    expect(framework.competencies).toHaveLength(1);
    expect(framework.expectations.map(({ level, examples }) => [level, examples.length])).toEqual([
      ['baker', 2],
      ['senior-baker', 2],
    ]);
    expect(framework.levels.map(({ id, next }) => [id, next])).toEqual([
      ['baker', ['senior-baker']],
      ['senior-baker', []],
    ]);
  });
});

describe('A spreadsheet that nobody edited', () => {
  it('is written back byte for byte, and anew after a word has changed', () => {
    for (const [write, file] of [
      [writeXlsx, writeTemplate().files[0]],
      [writeCsv, writeTemplateCsv().files[0]],
    ] as const) {
      const original = file as File;
      const [framework] = readSpreadsheet(original).frameworks as [Framework];
      expect(write(framework, original).files).toEqual([original]);
      const renamed = { ...framework, name: 'Your bakery' };
      expect(write(renamed, original).files[0]?.bytes).not.toEqual(original.bytes);
    }
  });
});

describe('A tracker', () => {
  const columns = [
    'Competency',
    'What is expected',
    'Proficiency',
    'Evidence: what happened',
    'When',
    'Links',
    'Notes for the talk',
  ];

  it('lists what one level expects, examples as illustrations, and leaves the columns for evidence empty', () => {
    const { files, losses } = writeTracker(template(), 'baker');
    expect(losses).toEqual([]);
    expect(files[0]?.name).toBe('our-bakery-baker-tracker.xlsx');
    const [sheet] = readWorkbook(files[0] as File).sheets;
    const rows = sheet?.rows.map(({ cells }) => [...cells.values()]) ?? [];
    expect(rows[0]).toEqual(['Our bakery: Baker']);
    expect(rows[2]).toEqual(columns);
    expect(rows[3]).toEqual(['Craft']);
    expect(rows[4]).toEqual([
      'Bread baking\n\nBakes what the town eats, every morning.',
      'Bakes the daily loaves by recipe and tells the shop before seven what will be late.\n\nExamples, for illustration:\n• Weighs and notes each batch.\n• Calls the shop when the oven fails.',
      'Working knowledge\nDoes it alone on an ordinary day.',
    ]);
    expect(rows).toHaveLength(5);
  });

  it('asks for no score, percentage, status or tick', () => {
    expect(columns.join(' ')).not.toMatch(/score|%|percent|status|done|complete|rating|weight|tick|met\b/i);
  });

  it('is refused for a level that is not there, with those that are', () => {
    expect(() => writeTracker(template(), 'master')).toThrow(
      expect.objectContaining({ code: 'not found', remedy: 'It has: baker, senior-baker.' }),
    );
  });

  it('is not taken for a framework when somebody imports it', () => {
    const { frameworks, findings } = readFiles(writeTracker(template(), 'baker').files, FORMATS_READ);
    expect(frameworks).toEqual([]);
    expect(findings).toMatchObject([{ severity: 'error', rule: 'unreadable' }]);
    expect(findings[0]?.message).toContain('tracker');
  });
});
