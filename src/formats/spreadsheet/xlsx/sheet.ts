import { quoted } from '../../../domain/finding.ts';
import { placeName, type Remark, type Row, type Sheet } from '../table.ts';
import { isoDate } from './dates.ts';
import { PackageProblem } from './package.ts';
import { StringText } from './shared-strings.ts';
import { decodeEscapes, readXml } from './xml.ts';

export interface WorkbookContext {
  strings: readonly string[];
  /** By the number of a cell style: whether it shows dates. */
  dates: readonly boolean[];
  startsIn1904: boolean;
  /** How much text may still be read, in UTF-16 code units. */
  budget: { left: number };
}

/** A cell as it stands in the sheet's part. */
interface RawCell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  hasFormula: boolean;
}

/** Highest row and column numbers that spreadsheet programs know. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** What is remarked on more cells of a sheet than this helps nobody. Counted for each thing that is remarked: a column of
 * dates must not hide a formula. */
const MOST_REMARKS = 1000;
const remarked = new WeakMap<Sheet, Map<Remark['what'], number>>();

function remark(sheet: Sheet, made: Remark): void {
  const counts = remarked.get(sheet) ?? new Map<Remark['what'], number>();
  remarked.set(sheet, counts);
  const count = counts.get(made.what) ?? 0;
  counts.set(made.what, count + 1);
  if (count < MOST_REMARKS) sheet.remarks.push(made);
}

/** The texts of one sheet. @throws PackageProblem where its XML is broken or it holds more text than is allowed. */
export function readSheet(xml: string, path: string, name: string, context: WorkbookContext): Sheet {
  const rows = new Map<number, Map<number, string>>();
  const sheet: Sheet = { name, rows: [], remarks: [] };
  const merged: string[] = [];
  readCells(xml, path, merged, (cell) => {
    const text = textOf(cell, sheet, context);
    if (text === undefined) return;
    spend(context, text);
    const row = rows.get(cell.row) ?? new Map<number, string>();
    rows.set(cell.row, row.set(cell.column, text));
  });
  fillMerged(rows, merged, sheet, context);
  const ordered = [...rows].sort(([a], [b]) => a - b);
  sheet.rows = ordered.map(
    ([number, cells]): Row => ({ number, cells: new Map([...cells].sort(([a], [b]) => a - b)) }),
  );
  return sheet;
}

/** Goes through the cells of a sheet's part. Rows and cells may leave out where they stand: then they follow on. */
function readCells(xml: string, path: string, merged: string[], found: (cell: RawCell) => void): void {
  let row = 0;
  let cell: RawCell | undefined;
  let column = -1;
  let inValue = false;
  const inline = new StringText();
  readXml(xml, path, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1);
        column = -1;
      } else if (name === 'c') {
        const place = addressOf(attributes.r) ?? { row, column: column + 1 };
        ({ column } = place);
        cell = {
          ...place,
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: '',
          hasFormula: false,
        };
      } else if (name === 'v') inValue = true;
      else if (name === 'f' && cell !== undefined) cell.hasFormula = true;
      else if (name === 'mergeCell') merged.push(attributes.ref ?? '');
      else inline.open(name);
    },
    text(piece) {
      if (inValue && cell !== undefined) cell.value += piece;
      else inline.add(piece);
    },
    close(name) {
      inline.close(name);
      if (name === 'v') inValue = false;
      if (name !== 'c' || cell === undefined) return;
      const text = inline.take();
      const known = cell.row >= 1 && cell.row <= MOST_ROWS && cell.column < MOST_COLUMNS;
      if (known) found(cell.type === 'inlineStr' ? { ...cell, value: text } : cell);
      cell = undefined;
    },
  });
}

function addressOf(reference: string | undefined): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '') ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column: column - 1 };
}

/** What a cell says, to the letter for texts. What a spreadsheet made of it by itself has a finding. */
function textOf(cell: RawCell, sheet: Sheet, context: WorkbookContext): string | undefined {
  const { type, value } = cell;
  const tell: Tell = (what, severity, message, remedy) => {
    const { row, column } = cell;
    remark(sheet, { what, row, column, severity, message, remedy, quote: quoted(value) });
  };
  if (cell.hasFormula) {
    const came = value === '' ? 'has no result yet, so the cell was left out' : 'was read as its last result';
    const message = `The formula in ${place(cell, sheet)} ${came}.`;
    tell('formula', 'warning', message, 'Put the text itself into the cell.');
  }
  if (value === '' && type !== 'inlineStr') return undefined;
  switch (type) {
    case 's':
      return context.strings[Number(value)];
    case 'inlineStr':
      return value === '' ? undefined : value;
    case 'str':
      return decodeEscapes(value);
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      tell(
        'error',
        'error',
        `${place(cell, sheet)} shows the error ${value}.`,
        'Put the right text into the cell.',
      );
      return value;
    case 'd':
      return value;
    default:
      return numberText(cell, context, tell, place(cell, sheet));
  }
}

type Tell = (what: Remark['what'], severity: Remark['severity'], message: string, remedy: string) => void;

/** A number as the workbook holds it; one that is shown as a date may have been another text that was typed. */
function numberText(cell: RawCell, context: WorkbookContext, tell: Tell, where: string): string {
  const date =
    context.dates[cell.style] === true ? isoDate(Number(cell.value), context.startsIn1904) : undefined;
  if (date === undefined) return cell.value;
  tell(
    'date',
    'warning',
    `${where} is a date to the spreadsheet and was read as ${date}. Spreadsheets make dates of texts such as 3-4.`,
    'If it should be a text, format the cell as text and type it again.',
  );
  return date;
}

/** A merged cell stands for each of its rows: people merge a theme's cell over its competencies. */
function fillMerged(
  rows: Map<number, Map<number, string>>,
  merged: readonly string[],
  sheet: Sheet,
  context: WorkbookContext,
): void {
  let visits = 0;
  for (const reference of merged) {
    const [first, last] = reference.split(':').map(addressOf);
    const text = first === undefined ? undefined : rows.get(first.row)?.get(first.column);
    if (first === undefined || last === undefined || text === undefined) continue;
    let filled = 0;
    for (let row = first.row + 1; row <= Math.min(last.row, MOST_ROWS); row += 1) {
      visits += 1;
      if (visits > 2 * MOST_ROWS) throw new PackageProblem('merges more cells than a sheet has');
      const cells = rows.get(row);
      if (cells === undefined || cells.has(first.column)) continue;
      spend(context, text);
      cells.set(first.column, text);
      filled += 1;
    }
    if (filled === 0) continue;
    remark(sheet, {
      ...first,
      what: 'merged',
      severity: 'note',
      quote: quoted(text),
      message: `The merged cell in ${placeName(sheet, first.row, first.column)} was read for each of its rows, to row ${last.row}.`,
      remedy: 'Unmerge it and repeat its text if a row should say something else.',
    });
  }
}

function spend({ budget }: WorkbookContext, text: string): void {
  budget.left -= text.length;
  if (budget.left < 0) throw new PackageProblem('holds more than 64 MB of text in its cells');
}

function place({ row, column }: RawCell, sheet: Sheet): string {
  return placeName(sheet, row, column);
}
