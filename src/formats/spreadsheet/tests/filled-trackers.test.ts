import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AWKWARD } from '../../tests/awkward-texts.ts';
import {
  dayOf,
  daysSpokenOf,
  linksCell,
  linksIn,
  namesCell,
  namesIn,
  piecesOf,
  readFilledTracker,
  writeFilledTracker,
  writeFilledTrackerCsv,
} from '../filled/index.ts';
import { writeTemplate, writeTracker } from '../index.ts';
import { readSpreadsheet } from '../read.ts';
import { readWorkbook } from '../xlsx/read.ts';
import { workbookBytes } from '../xlsx/write.ts';
import { bomb, row, workbookOf } from './workbooks.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const csv = (...lines: string[]) => ({ name: 'tracker.csv', bytes: bytes(`${lines.join('\r\n')}\r\n`) });

describe('A tracker as people have it', () => {
  it('is read with its columns in any order, and under the names people give them', () => {
    const { rows, findings } = readFilledTracker(
      csv(
        'Date,My evidence (what I did),Competence,Category,Required proficiency,Ticket',
        '12/03/2026,Led the crane outage.,Handling incidents,Operations,Working,https://tickets.example/7',
      ),
    );
    expect(findings).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        theme: 'Operations',
        competency: 'Handling incidents',
        proficiency: 'Working',
        evidence: ['Led the crane outage.'],
        when: '12/03/2026',
        links: 'https://tickets.example/7',
        besides: [],
        ids: {},
      },
    ]);
  });

  it('is read with semicolons or tabs between cells, and with a byte order mark', () => {
    for (const [name, delimiter] of [
      ['a.csv', ';'],
      ['a.tsv', '\t'],
    ] as const) {
      const text = `\uFEFFCompetency${delimiter}Evidence\nRopes${delimiter}Tied, and untied.\n`;
      const { rows } = readFilledTracker({ name, bytes: bytes(text) });
      expect(rows).toMatchObject([{ competency: 'Ropes', evidence: ['Tied, and untied.'] }]);
    }
  });

  it('keeps what stands in other columns, by their headers', () => {
    const { rows, extra } = readFilledTracker(
      csv(
        'Competency,Evidence,Mentor says,Empty,Notes',
        'Ropes,Tied a bowline.,Ask about the storm,,Bring the photo',
      ),
    );
    expect(extra).toEqual(['Mentor says']);
    expect(rows[0]?.besides).toEqual([
      { header: 'Notes', text: 'Bring the photo' },
      { header: 'Mentor says', text: 'Ask about the storm' },
    ]);
  });

  it('reads several columns of evidence, such as one a quarter', () => {
    const { rows, extra } = readFilledTracker(
      csv('Competency,Evidence Q1,Evidence Q2', 'Ropes,Tied one.,Tied two.', 'Lights,,Lit one.'),
    );
    expect(rows.map(({ evidence }) => evidence)).toEqual([['Tied one.', 'Tied two.'], ['Lit one.']]);
    expect(extra).toEqual([]);
  });

  it('takes an empty or merged theme and competency for the one above', () => {
    const rows = [
      row(1, 'Theme', 'Competency', 'Evidence'),
      row(2, 'Deck', 'Ropes', 'Tied one.'),
      row(3, undefined, undefined, 'Tied two.'),
      row(4, undefined, 'Lights', 'Lit one.'),
      row(5, 'Talking', undefined, 'Spoke.'),
    ];
    const after = '<mergeCells><mergeCell ref="A2:A4"/></mergeCells>';
    const read = readFilledTracker(workbookOf({ rows: rows.join(''), after }));
    expect(read.rows.map(({ theme, competency }) => [theme, competency])).toEqual([
      ['Deck', 'Ropes'],
      ['Deck', 'Ropes'],
      ['Deck', 'Lights'],
      ['Talking', undefined],
    ]);
  });

  it('leaves out rows without anything of the person’s own', () => {
    const { rows } = readFilledTracker(
      csv('Theme,Competency,Proficiency,Evidence', 'Deck,Ropes,Working,', 'Deck,Lights,Working,Lit one.'),
    );
    expect(rows.map(({ row }) => row)).toEqual([3]);
  });

  it('is ours, filled in: themes across, names with their definitions below, a title that names the level', () => {
    const template = writeTemplate().files[0] as { name: string; bytes: Uint8Array };
    const [framework] = readSpreadsheet(template).frameworks;
    if (framework === undefined) throw new Error('the template holds a framework');
    const blank = writeTracker(framework, 'baker').files[0] as { name: string; bytes: Uint8Array };
    const [sheet] = readWorkbook(blank).sheets;
    const width = 7;
    const filled = (sheet?.rows ?? []).map(({ cells }, index) => ({
      cells: Array.from({ length: width }, (_, place) => ({
        text: index === 4 && place === 3 ? 'Baked for the fair.' : (cells.get(place) ?? ''),
        style: 'text' as const,
      })),
    }));
    const columns = Array.from({ length: width }, () => ({ width: 20 }));
    const file = {
      name: 'mine.xlsx',
      bytes: workbookBytes([{ name: 'Tracker', columns, rows: filled, headRows: 3 }]),
    };
    const { rows, titles } = readFilledTracker(file);
    expect(rows).toMatchObject([
      {
        sheet: 'Tracker',
        theme: 'Craft',
        competency: 'Bread baking',
        proficiency: 'Working knowledge',
        evidence: ['Baked for the fair.'],
      },
    ]);
    expect(titles[0]).toBe('Our bakery: Baker');
  });

  it('says with row and column which cells were formulas or errors', () => {
    const rows = [
      row(1, 'Competency', 'Evidence'),
      '<row r="2"><c r="A2" t="inlineStr"><is><t>Ropes</t></is></c><c r="B2" t="str"><f>A2&amp;"!"</f><v>Ropes!</v></c></row>',
      '<row r="3"><c r="A3" t="inlineStr"><is><t>Ropes</t></is></c><c r="B3" t="e"><v>#REF!</v></c></row>',
    ];
    const { rows: read, findings } = readFilledTracker(workbookOf({ rows: rows.join('') }));
    expect(read.map(({ evidence }) => evidence)).toEqual([['Ropes!'], ['#REF!']]);
    expect(findings.map(({ line, column, severity }) => [line, column, severity])).toEqual([
      [2, 2, 'warning'],
      [3, 2, 'error'],
    ]);
  });

  it('is refused without a column of evidence, as no spreadsheet, and as a bomb', () => {
    for (const file of [
      csv('Theme,Competency,Proficiency', 'Deck,Ropes,Working'),
      { name: 'a.pdf', bytes: bytes('%PDF-1.7') },
      { name: 'a.xlsx', bytes: bytes('PK\u0003\u0004 broken') },
      bomb(4_000_000, 4_000_000_000),
      bomb(4_000_000, 1000),
    ]) {
      const { rows, findings } = readFilledTracker(file);
      expect(rows).toEqual([]);
      expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a.csv', 'a.xlsx', 'a.txt'),
        fc.oneof(fc.uint8Array(), fc.string().map(bytes)),
        (name, content) => {
          readFilledTracker({ name, bytes: content });
        },
      ),
    );
  });
});

describe('A cell of several lines', () => {
  it.each([
    ['• Led one.\n• Led two,\nfor long.', 'items', ['Led one.', 'Led two,\nfor long.']],
    ['1. Led one.\n2. Led two.', 'items', ['Led one.', 'Led two.']],
    ['- Led one.\n- Led two.', 'items', ['Led one.', 'Led two.']],
    ['Led one.\nAnd then two.', 'items', ['Led one.\nAnd then two.']],
    ['Led one.\n\n- Led two.', 'lines', ['Led one.', 'Led two.']],
    ['• Led one.\n• Led two.', 'cells', ['• Led one.\n• Led two.']],
  ] as const)('%j by %s', (cell, split, pieces) => {
    expect(piecesOf(cell, split)).toEqual(pieces);
  });
});

describe('Days', () => {
  it.each([
    ['2026-03-12', '2026-03-12'],
    ['2026-03-12T00:00:00', '2026-03-12'],
    ['12/03/2026', '2026-03-12'],
    ['3.4.26', '2026-04-03'],
    ['12th March 2026', '2026-03-12'],
    ['Mar 12, 2026', '2026-03-12'],
    ['March 2026', undefined],
    ['Q1', undefined],
    ['31/02/2026', undefined],
    ['12 March 2026 and after', undefined],
    ['2026-03-12 to 2026-03-14', undefined],
  ])('%s is %s', (cell, day) => {
    expect(dayOf(cell)).toBe(day);
  });

  it('are found in a text, in its order', () => {
    const text = 'From 2 January 2026 to 04/02/2026, ticket 12-34-5678, build 1.2.3.4, see also 2026-03-01.';
    expect(daysSpokenOf(text)).toEqual(['2026-01-02', '2026-02-04', '2026-03-01']);
  });

  it('take no long time to look for', () => {
    const before = performance.now();
    daysSpokenOf('1'.repeat(30_000));
    daysSpokenOf('march '.repeat(5_000));
    daysSpokenOf('1/'.repeat(15_000));
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('Addresses and names in a cell', () => {
  it('are found as people write them, and what stands besides is kept', () => {
    expect(linksIn('INC-7 (https://tickets.example/7), and the review.\nhttps://wiki.example/r?a=1')).toEqual(
      {
        links: [{ url: 'https://tickets.example/7' }, { url: 'https://wiki.example/r?a=1' }],
        rest: 'INC-7 (), and the review.',
      },
    );
    expect(linksIn('see ticket INC-7')).toEqual({ links: [], rest: 'see ticket INC-7' });
    expect(linksIn('javascript:alert(1)')).toEqual({ links: [], rest: 'javascript:alert(1)' });
  });

  it('come back as they were written', () => {
    const links = [{ url: 'https://a.example/1', title: 'Ticket <7>' }, { url: 'https://a.example/2' }];
    expect(linksIn(linksCell(links) ?? '')).toEqual({ links, rest: '' });
    const names = ['Amir Haddad', 'Night watch', '- a dash'];
    expect(namesIn(namesCell(names) ?? '')).toEqual(names);
  });
});

describe('An export', () => {
  const HEAD = { title: 'Evidence of Rosa', note: 'Yours.', name: 'rosa' };

  it('reads back as it was, in both formats', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom(...AWKWARD, '=1+1', '@x', "'tis", "'=x", 'two\nlines', '\n', ' x '),
    );
    const own = text
      .filter((one) => one.trim() !== '' && !/[\r\0]/.test(one))
      .map((one) => one.toWellFormed());
    fc.assert(
      fc.property(fc.array(own, { minLength: 1, maxLength: 4 }), (texts) => {
        const rows = texts.map((evidence, index) => ({
          competency: 'Ropes',
          evidence,
          when: '2026-03-12',
          evidenceId: `id-${index}`,
          frameworkId: 'quay',
          expectationId: 'ropes-hand',
        }));
        for (const file of [writeFilledTracker(rows, HEAD), writeFilledTrackerCsv(rows, HEAD)]) {
          const read = readFilledTracker(file);
          expect(read.findings).toEqual([]);
          expect(read.rows.map(({ evidence }) => evidence)).toEqual(texts.map((one) => [one]));
          expect(read.rows.map(({ ids }) => ids.evidence)).toEqual(rows.map(({ evidenceId }) => evidenceId));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is not taken for a framework when somebody imports it as one', () => {
    const rows = [
      {
        theme: 'Deck',
        competency: 'Ropes',
        level: 'Hand',
        proficiency: 'Working',
        evidence: 'Tied one.',
        evidenceId: 'a',
      },
    ];
    const { frameworks, findings } = readSpreadsheet(writeFilledTracker(rows, HEAD));
    expect(frameworks).toEqual([]);
    expect(findings[0]?.message).toContain('tracker');
  });

  it('is the same bytes on every run, and holds no formula', () => {
    const rows = [{ competency: '=Ropes', evidence: '=HYPERLINK("https://evil.example")' }];
    const [one, two] = [writeFilledTracker(rows, HEAD), writeFilledTracker(rows, HEAD)];
    expect(one).toEqual(two);
    const text = new TextDecoder().decode(writeFilledTrackerCsv(rows, HEAD).bytes);
    expect(text).toContain("'=HYPERLINK");
  });
});
