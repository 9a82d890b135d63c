import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS_READ, readFiles } from '../../index.ts';
import { expectSound } from '../../tests/soundness.ts';
import { damaged } from '../../tests/texts.ts';
import { writeTemplate } from '../index.ts';
import { readSpreadsheet } from '../read.ts';
import { bomb, row, workbookOf } from './workbooks.ts';

const HEADER = row(1, 'Theme', 'Competency', 'Level', 'Statement');

describe('A workbook of another program', () => {
  it('keeps spaces, line breaks, rich text and escapes of shared strings, and leaves out phonetic readings', () => {
    const file = workbookOf({
      rows: `${HEADER}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>`,
      strings:
        '<si><t xml:space="preserve"> Deck </t></si><si><r><t>Knots &amp; </t></r><r><rPr><b/></rPr><t>lines</t></r><rPh><t>no</t></rPh></si><si><t>Mate</t></si><si><t>One_x000D_\nTwo _x005F_x0041_ &#128026;</t></si>',
    });
    const { frameworks, findings } = readSpreadsheet(file);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(frameworks[0]?.themes[0]?.name).toBe(' Deck ');
    expect(frameworks[0]?.competencies[0]?.name).toBe('Knots & lines');
    expect(frameworks[0]?.expectations[0]?.statement).toBe('One\r\nTwo _x0041_ 🐚');
  });

  it('reads numbers, dates, truths, formulas and errors as texts and says what may have been another', () => {
    const cell = (place: string, type: string, inside: string) => `<c r="${place}" ${type}>${inside}</c>`;
    const file = workbookOf({
      rows: [
        HEADER,
        `<row r="2">${cell('A2', '', '<v>7</v>')}${cell('B2', 't="b"', '<v>1</v>')}${cell('C2', '', '<v>3</v>')}${cell('D2', 's="1"', '<v>46115</v>')}</row>`,
        `<row r="3">${cell('A3', '', '<v>7</v>')}${cell('B3', 't="str"', '<f>A3</f><v>Ropes</v>')}${cell('C3', '', '<v>3</v>')}${cell('D3', 't="e"', '<v>#REF!</v>')}</row>`,
      ].join(''),
      styles:
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    });
    const { frameworks, findings } = readSpreadsheet(file);
    const [framework] = frameworks;
    expect(framework?.levels.map(({ name }) => name)).toEqual(['3']);
    expect(framework?.competencies.map(({ name }) => name)).toEqual(['TRUE', 'Ropes']);
    expect(framework?.expectations.map(({ statement }) => statement)).toEqual(['2026-04-03', '#REF!']);
    expect(findings.filter(({ severity }) => severity !== 'note')).toMatchObject([
      { severity: 'warning', line: 2, column: 4, quote: '46115' },
      { severity: 'warning', line: 3, column: 2 },
      { severity: 'error', line: 3, column: 4, quote: '#REF!' },
    ]);
  });

  it('reads a merged cell for each of its rows, an empty one as the one above, and says both', () => {
    const file = workbookOf({
      rows:
        row(1, 'Crew matrix') +
        row(3, ' THEME ', 'competency', 'Level', 'Example(s)', 'Cost centre') +
        row(4, 'Deck', 'Knots', 'Mate', '• Ties a bowline.\n• Teaches it.', '12') +
        row(5, undefined, 'Watch', 'Mate', 'Stands the night watch.') +
        row(6, 'Galley', 'Stew', 'Mate', '- Cooks.\n- Cleans.') +
        row(7, undefined, 'Bread', undefined, 'Bakes.'),
      after: '<mergeCells><mergeCell ref="A4:A5"/></mergeCells>',
    });
    const { frameworks, findings } = readSpreadsheet(file);
    expect(frameworks[0]?.competencies.map(({ theme, name }) => `${theme}/${name}`)).toEqual([
      'deck/Knots',
      'deck/Watch',
      'galley/Stew',
      'galley/Bread',
    ]);
    expect(frameworks[0]?.expectations.map(({ examples }) => examples)).toEqual([
      ['Ties a bowline.', 'Teaches it.'],
      ['Stands the night watch.'],
      ['Cooks.', 'Cleans.'],
      ['Bakes.'],
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Sheet "Crew", row 3, column E: the column "Cost centre" has no place in a framework, so what stands in it was not read.',
      'Sheet "Crew", row 3: there is no column "Statement", "Proficiency".',
      'The merged cell in sheet "Crew", row 4, column A was read for each of its rows, to row 5.',
      'The theme is empty in row 7: the one above was read for it.',
      'The level is empty in row 7: the one above was read for it.',
    ]);
  });

  it('gives a copied row an id of its own and says which words contradict an id', () => {
    const file = workbookOf({
      rows:
        row(1, 'Theme', 'Competency', 'Level', 'Statement', 'Expectation id', 'Level id') +
        row(2, 'Deck', 'Knots', 'Mate', 'Ties.', 'e1', 'l1') +
        row(3, 'Deck', 'Knots', 'Master', 'Teaches.', 'e2', 'l2') +
        row(4, 'Deck', 'Ropes', 'Master', 'Splices.', 'e1', 'l1'),
    });
    const { frameworks, findings } = readSpreadsheet(file);
    expect(frameworks[0]?.expectations.map(({ id, level }) => [id, level])).toEqual([
      ['e1', 'l1'],
      ['e2', 'l2'],
      ['master-ropes', 'l2'],
    ]);
    expect(findings.filter(({ severity }) => severity === 'warning')).toMatchObject([
      { line: 4, quote: 'Master' },
      { line: 4, quote: 'e1' },
    ]);
  });

  it('takes no tracker for a framework, whatever somebody wrote in it', () => {
    const file = workbookOf({
      rows:
        row(1, 'Theme', 'Competency', 'Proficiency', 'Evidence') +
        row(2, 'Deck', 'Knots', 'Good', 'Something private'),
    });
    const { frameworks, findings } = readSpreadsheet(file);
    expect(frameworks).toEqual([]);
    expect(findings).toMatchObject([{ severity: 'error', line: 1 }]);
    expect(JSON.stringify(findings)).not.toContain('private');
  });

  it('names what a sheet without a header lacks, and a part that is missing or broken', () => {
    const [none] = readSpreadsheet(workbookOf({ rows: row(1, 'Name', 'Phone') })).findings;
    expect(none).toMatchObject({ rule: 'unreadable', severity: 'error', line: 1, quote: 'Name | Phone' });
    const [broken] = readSpreadsheet(workbookOf({ rows: '<row><c>' })).findings;
    expect(broken?.message).toContain('no well-formed XML');
  });
});

describe('A hostile workbook', () => {
  it('is refused by the size it declares, before anything is unpacked', () => {
    const file = bomb(300_000_000, 300_000_000);
    const { findings } = readSpreadsheet(file);
    expect(findings[0]?.message).toContain('unpacks to 287 MB');
  });

  it('is stopped at the size it declares, where it holds more', () => {
    const file = bomb(300_000_000, 1000);
    const { findings } = readSpreadsheet(file);
    expect(findings[0]?.message).toContain('holds more in the part xl/workbook.xml than it declares');
  });

  it('cannot fill the memory by sharing one string among many cells, or by merging', () => {
    const cells = '<row><c t="s"><v>0</v></c></row>'.repeat(5000);
    const shared = workbookOf({ rows: HEADER + cells, strings: `<si><t>${'x'.repeat(30_000)}</t></si>` });
    expect(readSpreadsheet(shared).findings[0]?.message).toContain('64 MB');
    const merged = workbookOf({ rows: HEADER, after: '<mergeCell ref="A1:A1048576"/>'.repeat(100) });
    expect(readSpreadsheet(merged).findings[0]?.message).toContain('merges more cells');
  });

  it('resolves no entities and nests no deeper than sheets do', () => {
    const entity = workbookOf({ rows: `${HEADER}${row(2, 'Deck', '&a;&a;', 'Mate', 'x')}` });
    expect(readSpreadsheet(entity).frameworks[0]?.competencies[0]?.name).toBe('&a;&a;');
    const deep = workbookOf({ rows: '<a>'.repeat(100_000) });
    expect(readSpreadsheet(deep).findings[0]?.message).toContain('nests too deeply');
  });

  it('damaged in any way gives what is readable or findings, and never fails', () => {
    const template = writeTemplate().files[0]?.bytes ?? new Uint8Array();
    fc.assert(
      fc.property(damaged(template), (bytes) => {
        expectSound(readFiles([{ name: 'damaged.xlsx', bytes }], FORMATS_READ));
      }),
      { numRuns: 200 },
    );
  });
});
