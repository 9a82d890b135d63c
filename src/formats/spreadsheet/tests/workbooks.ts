/** Workbooks as other programs write them, made by hand. */
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { SourceFile } from '../../format.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook of one sheet whose rows, shared strings and styles are given as XML. */
export function workbookOf(parts: {
  rows: string;
  after?: string;
  strings?: string;
  styles?: string;
  sheet?: string;
}): SourceFile {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="${parts.sheet ?? 'Crew'}" sheetId="1" r:id="a"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Type="t/worksheet" Target="/xl/worksheets/one.xml"/><Relationship Id="b" Type="t/sharedStrings" Target="strings.xml"/><Relationship Id="c" Type="t/styles" Target="styles.xml"/></Relationships>',
    'xl/worksheets/one.xml': `<worksheet ${MAIN}><sheetData>${parts.rows}</sheetData>${parts.after ?? ''}</worksheet>`,
    'xl/strings.xml': `<sst ${MAIN}>${parts.strings ?? ''}</sst>`,
    'xl/styles.xml': parts.styles ?? '<styleSheet/>',
  };
  return {
    name: 'crew.xlsx',
    bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))),
  };
}

/** A row of inline strings; `undefined` leaves a cell out. */
export function row(number: number, ...texts: (string | undefined)[]): string {
  const cells = texts.map((text, column) =>
    text === undefined
      ? ''
      : `<c r="${String.fromCharCode(65 + column)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** An archive of one part that unpacks to `size` zeros and declares `declared` bytes. */
export function bomb(size: number, declared: number): SourceFile {
  const name = Buffer.from('xl/workbook.xml');
  const packed = deflateRawSync(Buffer.alloc(size), { level: 9 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declared, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return { name: 'bomb.xlsx', bytes: new Uint8Array(Buffer.concat([local, name, packed, entry, name, end])) };
}
