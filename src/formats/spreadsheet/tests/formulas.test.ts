import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { Parser } from 'saxen';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { anyText } from '../../tests/framework-arbitrary.ts';
import { escapeFormula, unescapeFormula } from '../formulas.ts';
import { writeCsv, writeTemplate, writeTracker, writeXlsx } from '../index.ts';
import { readSpreadsheet } from '../read.ts';

const RISKY = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  "'=1",
  "''=1",
  "'",
  '',
  "'tis",
  "''quoted''",
  '=cmd|x!A0',
];

/** A family of one row whose every text is risky. */
function hostile(text: string): Framework {
  const [template] = readSpreadsheet(writeTemplate().files[0] as { name: string; bytes: Uint8Array })
    .frameworks as [Framework];
  return {
    ...template,
    name: text,
    summary: text,
    levels: template.levels.map((level) => ({ ...level, name: `${text}${level.name}`, aliases: [text] })),
    competencies: template.competencies.map((row) => ({ ...row, name: text, definition: text })),
    expectations: template.expectations.map((cell) => ({
      ...cell,
      statement: text,
      examples: [text],
      points: [{ id: `${cell.id}p`, text }],
    })),
  };
}

describe('Formulas', () => {
  it('are given back to the letter, apostrophes of people included', () => {
    for (const text of RISKY) expect(unescapeFormula(escapeFormula(text))).toBe(text);
    fc.assert(fc.property(anyText, (text) => unescapeFormula(escapeFormula(text)) === text));
    expect(unescapeFormula("'tis")).toBe("'tis");
  });

  it.each(RISKY)('no cell of a workbook or CSV file begins like one: %j', async (text) => {
    const framework = hostile(text);
    for (const written of [writeXlsx(framework), writeTracker(framework, framework.levels[0]?.id ?? '')]) {
      const bytes = Buffer.from(written.files[0]?.bytes ?? []);
      const sheets = await readXlsxFile(bytes, { trim: false });
      for (const cell of sheets.flatMap(({ data }) => data.flat())) {
        if (cell !== null) expect(String(cell)).not.toMatch(/^[=+\-@\t\r＝]/);
      }
    }
    const csv = new TextDecoder().decode(writeCsv(framework).files[0]?.bytes);
    expect(csv).not.toMatch(/(?:^|,|\n)"?[=+\-@\t＝]/);
    const [again] = readSpreadsheet(
      writeXlsx(framework).files[0] as { name: string; bytes: Uint8Array },
    ).frameworks;
    expect(again?.expectations.map(({ statement }) => statement)).toEqual([text, text]);
  });
});

describe('A written workbook', () => {
  it('is well-formed in every part, holds no formula, and is the same on every run', () => {
    for (const text of ['a\0b\ud800 <&>"', '_x0041_', ' two\r\nlines ', ']]>']) {
      const { bytes } = writeXlsx(hostile(text)).files[0] as { bytes: Uint8Array };
      expect(writeXlsx(hostile(text)).files[0]?.bytes).toEqual(bytes);
      for (const [name, part] of Object.entries(unzipSync(bytes))) {
        const problems: Error[] = [];
        const parser = new Parser();
        parser.on('error', (problem) => void problems.push(problem));
        parser.on('openTag', (element) => expect(element).not.toBe('f'));
        parser.parse(strFromU8(part));
        expect([name, problems]).toEqual([name, []]);
      }
    }
  });

  it('is read by another reader as it was written', async () => {
    const sheets = await readXlsxFile(Buffer.from(writeTemplate().files[0]?.bytes ?? []), { trim: false });
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Competencies',
      'Levels',
      'Proficiencies',
      'Framework',
      'Notes',
    ]);
    expect(sheets[0]?.data[0]).toEqual([
      'Theme',
      'Competency',
      'Definition',
      'Level',
      'Statement',
      'Examples',
      'Proficiency',
    ]);
    expect(sheets[0]?.data[1]?.[5]).toBe(
      '• Weighs and notes each batch.\n• Calls the shop when the oven fails.',
    );
  });

  it('names a text that is longer than a cell holds, and marks where it was cut', () => {
    const framework = hostile('x'.repeat(32_768));
    const { losses, files } = writeXlsx(framework);
    expect(losses.map(({ what }) => what)).toContain(
      `the statement of "${'x'.repeat(32_768)}" at baker: it is longer than the 32,767 characters that a cell holds`,
    );
    const [again] = readSpreadsheet(files[0] as { name: string; bytes: Uint8Array }).frameworks;
    expect(again?.expectations[0]?.statement).toMatch(/x \[…\]$/);
    expect(
      writeXlsx(hostile('x'.repeat(32_767))).losses.filter(({ what }) => what.startsWith('the statement')),
    ).toEqual([]);
  });
});
