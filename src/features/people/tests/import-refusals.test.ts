import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { onEachEngine, onEmbedded } from '../../../../test/database.ts';
import { emailOf, openWorld } from '../../../../test/world.ts';
import { apply, bring, csv } from './files.ts';

onEmbedded((database) => {
  const asKit = async () => (await openWorld(database())).as('administrator');
  const people = async () => database().owner.selectFrom('person').selectAll().orderBy('id').execute();

  describe('What stands in the way of an import is named with row and column', () => {
    test.each<[string, string[], RegExp]>([
      ['no header', ['Somebody,Something', 'a,b'], /Name the columns in one of the first 20 rows/],
      [
        'a column nobody knows',
        ['E-mail,Shoe size', 'a@b.example,44'],
        /Row 1, column B, “Shoe size”: Remove this column/,
      ],
      [
        'a column twice',
        ['E-mail,Mail', 'a@b.example,c@d.example'],
        /Row 1, column B, “Mail”: Leave only one column/,
      ],
      ['nobody below the header', ['E-mail,Name'], /Put people below the header/],
      ['no name', ['E-mail,Name', 'a@b.example,'], /Row 2, column B \(Name\): Write the name/],
      [
        'somebody new without a column for names',
        ['E-mail', 'a@b.example'],
        /Row 2: Write the name of this new person/,
      ],
      [
        'no address',
        ['E-mail,Name', 'rosa,Rosa'],
        /Row 2, column A \(E-mail\), “rosa”: Write an e-mail address/,
      ],
      [
        'neither address nor number',
        ['E-mail,Name', ',Rosa'],
        /Row 2, column A \(E-mail\): Give an e-mail address or a staff number/,
      ],
      [
        'no time zone',
        ['E-mail,Name,Time zone', 'a@b.example,A,Leith'],
        /Row 2, column C \(Time zone\), “Leith”: Write a time zone/,
      ],
      [
        'no day',
        ['E-mail,Name,Joined', 'a@b.example,A,3/4/2026'],
        /Row 2, column C \(Joined\), “3\/4\/2026”: Write a day/,
      ],
      [
        'a last day to come',
        ['E-mail,Name,Left', 'a@b.example,A,2999-01-01'],
        /Row 2, column C \(Left\), “2999-01-01”: Write a day that has come/,
      ],
      [
        'a manager nobody knows',
        ['E-mail,Name,Manager', 'a@b.example,A,who@b.example'],
        /Row 2, column C \(Manager\), “who@b\.example”: Write the e-mail address or staff number/,
      ],
      [
        'somebody twice',
        ['E-mail,Name', 'a@b.example,A', 'A@B.example,A'],
        /Row 3, column A \(E-mail\), “a@b\.example”: Leave only one row for this person: row 2/,
      ],
      [
        'a level nobody knows',
        ['E-mail,Name,Level,Level since', 'a@b.example,A,Admiral,2026-01-01'],
        /Row 2, column C \(Level\), “Admiral”: Choose a level that is there: Watch Engineer, Lead Engineer/,
      ],
      [
        'a framework nobody knows',
        ['E-mail,Name,Framework,Level,Level since', 'a@b.example,A,Fleet,Lead Engineer,2026-01-01'],
        /Row 2, column C \(Framework\), “Fleet”: Choose a framework that is published: Harbour Operations/,
      ],
      [
        'a level without a day',
        ['E-mail,Name,Level', 'a@b.example,A,Lead Engineer'],
        /Row 2: Write since when the level is held/,
      ],
      [
        'a level from a day to come',
        ['E-mail,Name,Level,Level since', 'a@b.example,A,Lead Engineer,2999-01-01'],
        /Row 2, column D \(Level since\), “2999-01-01”: Choose a day that has come/,
      ],
      [
        'a level before the one held',
        ['E-mail,Level,Level since', `${emailOf('engineer')},Lead Engineer,2024-03-01`],
        /Row 2, column C \(Level since\), “2024-03-01”: Choose a later day/,
      ],
      [
        'reporting to oneself',
        ['E-mail,Manager', `${emailOf('engineer')},${emailOf('engineer')}`],
        /Row 2, column B \(Manager\), “engineer@harbour\.example”: Choose somebody else: nobody reports to themselves/,
      ],
      [
        'a loop, with the chain of names',
        ['E-mail,Manager', `${emailOf('managersManager')},${emailOf('engineer')}`],
        /Choose somebody else: Olu Adeyemi would report to Rosa Lindqvist, who reports to Daniel Okafor, who reports to Olu Adeyemi/,
      ],
      [
        'reports left behind',
        ['E-mail,Left', `${emailOf('lineManager')},2026-01-01`],
        /Row 2, column B \(Left\), “2026-01-01”: Give another manager, in this file or before it, to those who report to them: Amir Haddad, Rosa Lindqvist/,
      ],
      [
        'a manager who leaves',
        [
          'E-mail,Manager,Left',
          `${emailOf('stranger')},${emailOf('panelMember')},`,
          `${emailOf('panelMember')},${emailOf('head')},2026-01-01`,
        ],
        /Choose somebody who is here: Tomasz Zielinski has left/,
      ],
      [
        'the last administrator leaving',
        ['E-mail,Left', `${emailOf('administrator')},2026-01-01`],
        /Make somebody else administrator first/,
      ],
      ['a quotation mark that never closes', ['E-mail,Name', '"a@b.example,A'], /quotation mark/],
    ])('%s', async (_, lines, problem) => {
      const kit = await asKit();
      const before = await people();
      const refused = await bring(kit, csv(...lines));
      expect(refused.status).toBe(422);
      expect(refused.text).toMatch(problem);
      expect(await people()).toEqual(before);
      expect(await database().owner.selectFrom('people_import').select('id').execute()).toEqual([]);
    });

    test('an address and a staff number of two people', async () => {
      const kit = await asKit();
      await apply(kit, await bring(kit, csv('E-mail,Staff number', `${emailOf('engineer')},7`)));
      const refused = await bring(kit, csv('E-mail,Staff number', `${emailOf('colleague')},7`));
      expect(refused.text).toContain(
        'this address is Amir Haddad’s, and the staff number 7 is Rosa Lindqvist’s',
      );
    });

    test('every mistake at once, in the order of the file', async () => {
      const refused = await bring(
        await asKit(),
        csv('E-mail,Name,Time zone', 'nobody,A,Leith', 'b@b.example,,UTC', 'c@b.example,C,here'),
      );
      expect(refused.text).toContain('4 problems in the file');
      const places = [...refused.text.matchAll(/Row (\d), column ([A-C])/g)].map(
        ([, row, column]) => `${column}${row}`,
      );
      expect(places).toEqual(['A2', 'C2', 'B3', 'C4']);
    });
  });

  describe('A file is read as carefully as any', () => {
    test('unknown columns are left out once somebody says so', async () => {
      const file = csv('E-mail,Name,Shoe size', 'a@b.example,A,44');
      expect((await bring(await asKit(), file, { ignoreUnknown: 'yes' })).status).toBe(303);
    });

    test.each([
      ['a byte order mark', '\uFEFFE-mail,Name\r\na@b.example,Ærlend\r\n'],
      ['semicolons', 'E-mail;Name\na@b.example;Ærlend\n'],
      ['tabs, a title above and synonyms', 'Our people\n\nWork email\tFull name\na@b.example\tÆrlend\n'],
    ])('with %s', async (_, text) => {
      const shown = await bring(await asKit(), new File([text], 'people.csv'));
      expect(shown.text).toContain('Ærlend');
      expect(shown.text).toContain('1 person would be added.');
    });

    test('in UTF-16', async () => {
      const bytes = Buffer.from('\uFEFFE-mail,Name\na@b.example,Ærlend\n', 'utf16le');
      expect((await bring(await asKit(), new File([bytes], 'people.csv'))).text).toContain('Ærlend');
    });

    test('but not in an encoding that has to be guessed', async () => {
      const bytes = Buffer.from('E-mail,Name\na@b.example,\u00c6rlend\n', 'latin1');
      const refused = await bring(await asKit(), new File([bytes], 'people.csv'));
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('not valid UTF-8 at line 2, column 13');
    });

    test('what looks like a formula stays a text, and a real one is refused', async () => {
      const kit = await asKit();
      const shown = await bring(kit, csv('E-mail,Name', 'a@b.example,"=HYPERLINK(""http://x.example"")"'));
      await apply(kit, shown);
      const exported = await (await kit.get('/administration/import/people.csv')).text();
      expect(exported).toContain(`"'=HYPERLINK(""http://x.example"")"`);

      const workbook = workbookWith('<c r="A2" t="str"><f>"a"&amp;"@b.example"</f><v>a@b.example</v></c>');
      const refused = await bring(kit, new File([workbook], 'people.xlsx'));
      expect(refused.text).toMatch(
        /Row 2, column A \(E-mail\), “a@b\.example”: Put the text itself into the cell/,
      );
    });

    test('not larger than 10 MB', async () => {
      const kit = await asKit();
      const large = new File([`E-mail,Name\n${'a@b.example,A\n'.repeat(750_000)}`], 'people.csv');
      const refused = await bring(kit, large);
      expect(refused.text).toMatch(/10 MB/);
    });

    test('no file at all', async () => {
      const answer = await (await asKit()).post('/administration/imports', { file: new File([], '') });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Choose a file');
    });
  });
});

onEachEngine((database) => {
  test('a workbook comes in as a CSV file does, its dates as days', async () => {
    const kit = await (await openWorld(database())).as('administrator');
    const workbook = workbookWith(
      '<c r="A2" t="inlineStr"><is><t>a@b.example</t></is></c><c r="B2" t="inlineStr"><is><t>Ærlend</t></is></c><c r="C2" s="1"><v>46082</v></c>',
    );
    const shown = await bring(kit, new File([workbook], 'people.xlsx'));
    expect(shown.text).toContain('Joined 2026-03-01');
    await apply(kit, shown);
    const { joined_on } = await database()
      .owner.selectFrom('person')
      .select('joined_on')
      .where('email', '=', 'a@b.example')
      .executeTakeFirstOrThrow();
    expect(joined_on).toBe('2026-03-01');
  });
});

/** A workbook as a spreadsheet program writes it: with a style for dates. */
function workbookWith(secondRow: string): Uint8Array<ArrayBuffer> {
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1">${cell('A1', 'E-mail')}${cell('B1', 'Name')}${cell('C1', 'Joined')}</row><row r="2">${secondRow}</row></sheetData></worksheet>`;
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="r"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files)));
}
