import type { AnyCompetencyColumn, Column, Header } from './columns.ts';
import { type FindingList, type Place, rowNumbers, where } from './findings.ts';
import { unescapeFormula } from './formulas.ts';
import type { CompetencyRow } from './rows.ts';
import type { Sheet } from './table.ts';

/** A row of a sheet of competencies, as it will be read. */
export interface Entry {
  cells: CompetencyRow;
  row: number;
  sheet: Sheet;
  /** What the row says apart from which theme, competency and level it belongs to. */
  hasContent: boolean;
  place(key: AnyCompetencyColumn): Place;
}

/** The columns that say where a row belongs. An empty cell there is read as the one above, and said. */
const GROUPS = [
  { what: 'theme', keys: ['theme', 'themeId'] },
  { what: 'competency', keys: ['competency', 'competencyId'] },
  { what: 'level', keys: ['level', 'levelId'] },
] as const;

const CONTENT: readonly AnyCompetencyColumn[] = [
  'statement',
  'points',
  'examples',
  'proficiency',
  'proficiencyId',
  'links',
  'state',
  'name',
  'expectationId',
];

/** The rows below the header. Says what the header lacks or nobody knows, and which rows took over the cell above. */
export function readEntries(
  sheet: Sheet,
  header: Header<AnyCompetencyColumn>,
  findings: FindingList,
): Entry[] {
  const { columns } = header;
  const entries = cellsBelow(sheet, header).map(({ row, cells }): Entry => {
    const isPlaced = GROUPS.some(({ keys }) => keys.some((key) => cells[key] !== undefined));
    const filled = CONTENT.filter((key) => cells[key] !== undefined);
    return {
      cells,
      row,
      sheet,
      hasContent: isPlaced ? filled.length > 0 : filled.some((key) => !key.startsWith('proficiency')),
      place: (key) => ({ sheet, row, column: columns.get(key) }),
    };
  });
  for (const { what, keys } of GROUPS) {
    if (keys.some((key) => columns.has(key))) carryDown(entries, what, keys, findings);
  }
  return entries;
}

/** The rows below a header, their cells by column name. */
export function cellsBelow<Key extends string>(
  sheet: Sheet,
  header: Header<Key>,
): { row: number; cells: { [K in Key]?: string } }[] {
  return sheet.rows.flatMap(({ number, cells }) => {
    if (number <= header.row) return [];
    const named: { [K in Key]?: string } = {};
    for (const [key, column] of header.columns) {
      const text = cells.get(column);
      if (text !== undefined) named[key] = unescapeFormula(text);
    }
    return Object.keys(named).length === 0 ? [] : [{ row: number, cells: named }];
  });
}

/** Rows that name no theme, competency or level and say something belong to the one above. */
function carryDown(
  entries: readonly Entry[],
  what: string,
  keys: readonly AnyCompetencyColumn[],
  findings: FindingList,
): void {
  let above: CompetencyRow | undefined;
  const carried: Entry[] = [];
  for (const entry of entries) {
    const own = Object.fromEntries(
      keys.flatMap((key) => (entry.cells[key] === undefined ? [] : [[key, entry.cells[key]]])),
    );
    const needsIt = entry.hasContent || (what === 'theme' && entry.cells.competency !== undefined);
    if (Object.keys(own).length > 0) above = own;
    else if (needsIt && above !== undefined) {
      Object.assign(entry.cells, above);
      carried.push(entry);
    }
  }
  const first = carried[0];
  if (first === undefined) return;
  const rows = carried.map(({ row }) => row);
  findings.tell('carried', first.place(keys[0] ?? 'theme'), {
    severity: 'warning',
    message: `The ${what} is empty in ${rows.length === 1 ? 'row' : 'rows'} ${rowNumbers(rows)}: the one above was read for ${rows.length === 1 ? 'it' : 'them'}.`,
    remedy: `Fill in the ${what} in every row, so that sorting and filtering cannot part them.`,
  });
}

/** Says which columns of a sheet are nobody's, and which ones a framework usually has and this sheet has not. */
export function tellColumns<Key extends string>(
  sheet: Sheet,
  header: Header<Key>,
  columns: readonly Column<Key>[],
  expected: readonly Key[],
  findings: FindingList,
): void {
  const at = (column?: number): Place => ({ sheet, row: header.row, column });
  for (const [column, text] of header.unknown) {
    findings.tell('unknown column', at(column), {
      severity: 'warning',
      quote: text,
      message: `${where(at(column))}: the column "${text.slice(0, 100)}" has no place in a framework, so what stands in it was not read.`,
      remedy: `Leave it, or rename it if it is one of these: ${columns.map((known) => known.header).join(', ')}.`,
    });
  }
  for (const [column, text] of header.repeated) {
    findings.tell('repeated column', at(column), {
      severity: 'warning',
      quote: text,
      message: `${where(at(column))}: there is a column of this kind already, so this one was not read.`,
      remedy: 'Join the two columns, or rename the one that is something else.',
    });
  }
  const missing = columns.filter(({ key }) => expected.includes(key) && !header.columns.has(key));
  if (missing.length === 0) return;
  const names = missing.map((known) => `"${known.header}"`).join(', ');
  findings.tell('missing column', at(), {
    severity: 'note',
    message: `${where(at())}: there is no column ${names}.`,
    remedy: 'Add what your framework has of it; the template of the command "template" shows all columns.',
  });
}

/** Says what a spreadsheet program made of cells by itself, where the cells are among those that are read. */
export function tellRemarks<Key extends string>(
  sheet: Sheet,
  header: Header<Key>,
  findings: FindingList,
): void {
  const read = new Set(header.columns.values());
  for (const { row, column, ...told } of sheet.remarks) {
    if (row < header.row || !read.has(column)) continue;
    findings.tell(`remark ${told.severity}`, { sheet, row, column }, told);
  }
}
