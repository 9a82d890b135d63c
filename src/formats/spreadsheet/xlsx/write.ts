/**
 * Writes workbooks. Every cell is a text that stands in its sheet (no number, date or formula), parts have no date in
 * them, and the archive's dates are fixed: the same sheets are the same bytes on every run.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { columnLetters } from '../table.ts';
import { DETAIL_FONT, STYLES, type StyleName, styleNumber } from './styles.ts';
import { encodeText } from './xml.ts';

/** Most characters a cell holds in Excel, in UTF-16 code units. */
export const LONGEST_CELL = 32_767;
/** What stands at the end of a text that no cell holds. */
const CUT_MARK = ' […]';

export interface SheetToWrite {
  name: string;
  columns: readonly { width: number }[];
  rows: readonly RowToWrite[];
  /** So many rows at the top stay in view, and are repeated on every printed page. */
  headRows: number;
  /** People filter by these: the header row with its columns, e.g. `A1:K1`. */
  filter?: string;
}

export interface RowToWrite {
  cells: readonly (CellToWrite | undefined)[];
  /** In points; left to the program where absent. */
  height?: number;
}

export interface CellToWrite {
  text: string;
  style: StyleName;
  /** Stands below the text in the same cell, smaller and lighter. */
  detail?: string;
  /** Stretches over so many columns. */
  across?: number;
}

/** The bytes of a workbook. Sheet names must be valid and unlike each other. A text too long for a cell is cut, marked. */
export function workbookBytes(sheets: readonly SheetToWrite[]): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': HEAD + STYLES,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)]),
    ),
  };
  // Read in the machine's own time zone, so that it is the same date in every one.
  const mtime = '1980-01-01T00:00:00';
  const files: Zippable = {};
  for (const [name, xml] of Object.entries(parts)) files[name] = [strToU8(xml), { mtime, level: 6 }];
  return zipSync(files);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: readonly SheetToWrite[]): string {
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...sheets.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet']),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${SHEET_TYPE}.${type}+xml"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relationships(targets: readonly [type: string, target: string][]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbook(sheets: readonly SheetToWrite[]): string {
  const all = sheets.map(
    ({ name }, index) => `<sheet name="${encodeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, headRows }, index) =>
    headRows === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quotedName(name)}!$1:$${headRows}</definedName>`,
        ],
  );
  const names = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${all.join('')}</sheets>${names}</workbook>`;
}

function quotedName(name: string): string {
  return encodeText(`'${name.replaceAll("'", "''")}'`);
}

/** The order of the elements is the schema's: a program refuses a sheet that has them otherwise. */
function worksheet({ columns, rows, headRows, filter }: SheetToWrite): string {
  const pane =
    headRows === 0
      ? ''
      : `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const merges = mergedCells(rows);
  return [
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>`,
    `<sheetData>${rows.map(rowXml).join('')}</sheetData>`,
    filter === undefined ? '' : `<autoFilter ref="${filter}"/>`,
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>',
  ].join('');
}

function rowXml({ cells, height }: RowToWrite, index: number): string {
  const number = index + 1;
  const inside = cells.map((cell, column) =>
    cell === undefined ? '' : cellXml(cell, `${columnLetters(column)}${number}`),
  );
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${size}>${inside.join('')}</row>`;
}

function cellXml({ text, style, detail }: CellToWrite, address: string): string {
  const number = styleNumber(style);
  if (text === '') return `<c r="${address}" s="${number}"/>`;
  const first = run(cut(text));
  const inside =
    detail === undefined ? first : `<r>${first}</r><r>${DETAIL_FONT}${run(cut(`\n\n${detail}`))}</r>`;
  return `<c r="${address}" s="${number}" t="inlineStr"><is>${inside}</is></c>`;
}

function run(text: string): string {
  return `<t xml:space="preserve">${encodeText(text)}</t>`;
}

function cut(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const kept = text.slice(0, LONGEST_CELL - CUT_MARK.length).replace(/[\ud800-\udbff]$/, '');
  return kept + CUT_MARK;
}

function mergedCells(rows: readonly RowToWrite[]): string[] {
  return rows.flatMap(({ cells }, index) =>
    cells.flatMap((cell, column) =>
      cell?.across === undefined
        ? []
        : [
            `<mergeCell ref="${columnLetters(column)}${index + 1}:${columnLetters(column + cell.across - 1)}${index + 1}"/>`,
          ],
    ),
  );
}
