import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS_READ, readFiles } from '../../index.ts';
import { textFile } from '../../tests/files.ts';
import { expectSound } from '../../tests/soundness.ts';
import { anyText, damaged } from '../../tests/texts.ts';
import { spreadsheet, writeTemplateCsv } from '../index.ts';
import { readSpreadsheet } from '../read.ts';

function read(text: string, name = 'crew.csv') {
  return readSpreadsheet({ name, bytes: new TextEncoder().encode(text) });
}

describe('A CSV file', () => {
  it.each([',', ';', '\t'])(
    'is read with cells parted by %j, CRLF, quotes and line breaks in cells',
    (mark) => {
      const text = [
        ['Category', 'Competency', 'Grade', 'Description', 'Examples'],
        ['Deck', '"Knots, ""all"" kinds"', 'Mate', '"Ties.\r\n\r\nTeaches."', '"• One\n• Two"'],
      ]
        .map((cells) => cells.join(mark))
        .join('\r\n');
      const { frameworks, findings } = read(`\uFEFF${text}\r\n`);
      expect(frameworks[0]).toMatchObject({
        id: 'crew',
        name: 'crew',
        textFormat: 'plain',
        source: { key: 'spreadsheet:crew' },
      });
      expect(frameworks[0]?.competencies[0]?.name).toBe('Knots, "all" kinds');
      expect(frameworks[0]?.expectations[0]).toMatchObject({
        statement: 'Ties.\r\n\r\nTeaches.',
        examples: ['One', 'Two'],
        level: 'mate',
      });
      expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    },
  );

  it('makes one row of one name at several levels, and two rows of two entries at one level', () => {
    const { frameworks } = read(
      'Theme,Competency,Level,Statement\nDeck,Knots,Mate,Ties.\nDeck,Knots,Master,Teaches.\nDeck,Knots,Mate,Ties again.\n',
    );
    expect(frameworks[0]?.competencies.map(({ id }) => id)).toEqual(['knots', 'knots-2']);
    expect(frameworks[0]?.expectations.map(({ competency, level }) => [competency, level])).toEqual([
      ['knots', 'mate'],
      ['knots', 'master'],
      ['knots-2', 'mate'],
    ]);
    expect(frameworks[0]?.levels.map(({ id, next }) => [id, next])).toEqual([
      ['mate', ['master']],
      ['master', []],
    ]);
  });

  it('takes a theme for the competency where there is no column for one, and the file for the level', () => {
    const { frameworks, findings } = read('Theme,Competency,Proficiency\nDeck,Deck,Good\n', 'Mate.csv');
    expect(frameworks[0]?.levels.map(({ name }) => name)).toEqual(['Mate']);
    expect(findings.map(({ severity, message }) => [severity, message])).toContainEqual([
      'warning',
      'Row 1: there is no column "Level", so all rows were read as the level "Mate".',
    ]);
    const themes = read('Theme,Level,Statement\nDeck,Mate,Ties.\n').frameworks[0];
    expect(themes?.competencies).toMatchObject([{ id: 'deck', theme: 'deck', name: 'Deck' }]);
    const rows = read('Competency,Level,Statement\nDeck,Mate,Ties.\n').frameworks[0];
    expect(rows?.competencies).toMatchObject([{ id: 'deck', theme: 'deck', name: 'Deck' }]);
  });

  it('holds several frameworks that its column names', () => {
    const { frameworks } = read(
      'Framework,Theme,Level,Statement\nDeck crew,Ropes,Mate,Ties.\nGalley crew,Stew,Cook,Cooks.\n',
    );
    expect(frameworks.map(({ id, expectations }) => [id, expectations.length])).toEqual([
      ['deck-crew', 1],
      ['galley-crew', 1],
    ]);
  });

  it('says which row names no competency, and reads the others', () => {
    const { frameworks, findings } = read(
      'Theme,Competency,Level,Statement\n,,Mate,Alone.\nDeck,Knots,Mate,Ties.\n',
    );
    expect(frameworks[0]?.expectations).toHaveLength(1);
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { line: 2, quote: 'Mate' },
    ]);
  });

  it('reads the rows before a quotation mark that never closes, and says where that is', () => {
    const { frameworks, findings } = read(
      'Theme,Competency,Level,Statement\nDeck,Knots,Mate,Ties.\nDeck,"Ropes,Mate,x\n',
    );
    expect(frameworks[0]?.expectations).toHaveLength(1);
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'unreadable', line: 3 },
    ]);
  });

  it('is not recognised by columns that other tables have', () => {
    const others = [
      'Role Family,Role,Role Level,Skill Name,Skill Level\na,b,c,d,e',
      'Shortname,Description,Taxonomy\na,b,c',
      'Theme,Owner\na,b',
    ];
    for (const text of others) expect(spreadsheet.recognises(textFile('table.csv', text))).toBe(false);
  });
});

describe('A hostile CSV file', () => {
  it('of a million columns or rows is read to its end', () => {
    const wide = `Theme,Level,Statement,${'x,'.repeat(1_000_000)}\na,b,c\n`;
    const long = `Theme,Competency,Level,Statement\n${'Deck,Knots,Mate,Ties.\n'.repeat(50_000)}`;
    for (const text of [wide, long]) {
      expectSound(read(text));
    }
  }, 30_000);

  it('damaged or made of any texts gives what is readable or findings, and never fails', () => {
    const template = writeTemplateCsv().files[0]?.bytes ?? new Uint8Array();
    fc.assert(
      fc.property(damaged(template), (bytes) => {
        expectSound(readFiles([{ name: 'damaged.csv', bytes }], FORMATS_READ));
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
        expectSound(
          read(
            `Theme,Competency,Level,Statement,Proficiency\n${rows.map((cells) => cells.join(',')).join('\n')}`,
          ),
        );
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
