import type { Finding } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { decode } from '../decode.ts';
import { nothingRead, type ReadResult, type SourceFile, type TextFile } from '../format.ts';
import { IdMint } from '../ids.ts';
import { assemble } from './assemble.ts';
import { type AnyCompetencyColumn, CSV_COLUMNS, type Header } from './columns.ts';
import { readCsv } from './csv/read.ts';
import { type Entry, readEntries, tellColumns, tellRemarks } from './entries.ts';
import { FindingList, where } from './findings.ts';
import { competencyHeader, isTracker } from './recognise.ts';
import { readSideSheets, type SideSheets } from './side-sheets.ts';
import { sourceKey } from './source-key.ts';
import type { Sheet } from './table.ts';
import { isWorkbook } from './xlsx/is-workbook.ts';
import { readWorkbook } from './xlsx/read.ts';

/** Columns whose absence is worth a word. */
const EXPECTED: readonly AnyCompetencyColumn[] = [
  'theme',
  'competency',
  'level',
  'statement',
  'examples',
  'proficiency',
];

/** Reads a file as it was brought: what is a workbook or a CSV file of competencies gives frameworks. Never throws. */
export function readSpreadsheet(given: SourceFile): ReadResult {
  const { file, findings } = decode(given);
  if (file === undefined) return { ...nothingRead(), findings };
  const result = readTables(file);
  return { ...result, findings: [...findings, ...result.findings] };
}

/** Reads a decoded file. Every sheet with the header of competencies is read; they make one framework together. */
export function readTables(file: TextFile): ReadResult {
  const { sheets, findings: broken } = isWorkbook(file) ? readWorkbook(file) : readCsv(file);
  const findings = new FindingList(file.name);
  const found = sheets.flatMap((sheet) => {
    const header = competencyHeader(sheet);
    return header === undefined ? [] : [{ sheet, header }];
  });
  if (found.length === 0) {
    const told = broken.length > 0 ? broken : [noHeader(file, sheets)];
    return { ...nothingRead(), findings: told };
  }
  const side = readSideSheets(
    sheets.filter((sheet) => !found.some((main) => main.sheet === sheet)),
    findings,
  );
  const entries = found.flatMap(({ sheet, header }) => mainEntries(file, sheet, header, findings));
  for (const sheet of sheets) {
    if (side.used.has(sheet) || found.some((main) => main.sheet === sheet) || sheet.rows.length === 0)
      continue;
    findings.tell(
      'sheet',
      { sheet, row: sheet.rows[0]?.number ?? 1 },
      {
        severity: 'note',
        message: `The sheet "${sheet.name?.slice(0, 60)}" has no header of competencies, so nothing was read from it.`,
        remedy: 'Leave it, or name its columns: Theme, Competency, Level, Statement, Examples, Proficiency.',
      },
    );
  }
  const frameworks =
    entries.length === 0 && found.every(({ header }) => isNobodys(header))
      ? []
      : frameworksOf(file, entries, side, findings);
  return { ...nothingRead(), frameworks, findings: [...broken, ...findings.all()] };
}

/**
 * A tracker holds what somebody wrote about themselves: it is not taken for a framework. One for a level has no column
 * for levels; an export of evidence has the ids of its pieces.
 */
function isNobodys(header: Header<AnyCompetencyColumn>): boolean {
  const exported = [...header.unknown.values()].some((text) => /^evidence id$/i.test(text.trim()));
  return isTracker(header) && (exported || !header.columns.has('level'));
}

function mainEntries(
  file: TextFile,
  sheet: Sheet,
  header: Header<AnyCompetencyColumn>,
  findings: FindingList,
): Entry[] {
  if (isNobodys(header)) {
    const place = { sheet, row: header.row };
    findings.tell('tracker', place, {
      rule: 'unreadable',
      severity: 'error',
      message: `${where(place)}: this is a tracker with somebody's evidence, so nothing was read from it.`,
      remedy:
        'Import the framework that the tracker was made of. What people wrote in a tracker is theirs: they bring it in themselves, on the page "Bring a tracker".',
    });
    return [];
  }
  tellColumns(sheet, header, CSV_COLUMNS, EXPECTED, findings);
  tellRemarks(sheet, header, findings);
  const entries = readEntries(sheet, header, findings);
  if (!header.columns.has('level') && !header.columns.has('levelId')) {
    const level = sheet.name ?? stemOf(file.name);
    for (const { cells } of entries) cells.level = level;
    const place = { sheet, row: header.row };
    findings.tell('one level', place, {
      severity: 'warning',
      quote: level,
      message: `${where(place)}: there is no column "Level", so all rows were read as the level "${level.slice(0, 60)}".`,
      remedy: 'Add a column "Level".',
    });
  }
  for (const { cells } of entries) {
    if (header.columns.has('competency') || header.columns.has('competencyId')) continue;
    // Without a column for competencies, the themes are the competencies.
    if (cells.theme !== undefined) cells.competency = cells.theme;
    if (cells.themeId !== undefined) cells.competencyId = cells.themeId;
  }
  return entries;
}

/** One framework, or one for each that the column "Framework" names. */
function frameworksOf(
  file: TextFile,
  entries: readonly Entry[],
  side: SideSheets,
  findings: FindingList,
): Framework[] {
  const first = entries.find(
    ({ cells }) => cells.frameworkId !== undefined || cells.framework !== undefined,
  )?.cells;
  const groups = Map.groupBy(entries, ({ cells }) => {
    const named = cells.frameworkId !== undefined || cells.framework !== undefined ? cells : first;
    return JSON.stringify([named?.frameworkId, named?.framework]);
  });
  if (groups.size === 0) groups.set('', []);
  const ids = new IdMint();
  return [...groups.values()].map((group) => framework(file, group, side, ids, findings));
}

function framework(
  file: TextFile,
  entries: Entry[],
  side: SideSheets,
  ids: IdMint,
  findings: FindingList,
): Framework {
  const own = entries.find(
    ({ cells }) => cells.frameworkId !== undefined || cells.framework !== undefined,
  )?.cells;
  const { summary, version } = side.framework;
  const name = side.framework.name ?? own?.framework ?? stemOf(file.name);
  const givenId = side.framework.id ?? own?.frameworkId;
  const id = givenId ?? ids.mint(name, 'framework');
  const textFormat = (side.framework.textFormat ?? own?.textFormat ?? 'plain').trim().toLowerCase();
  return {
    id,
    name,
    ...(summary === undefined ? {} : { summary }),
    ...(version === undefined ? {} : { version }),
    textFormat: textFormat === 'markdown' ? 'markdown' : 'plain',
    ...assemble(entries, side, file.name, findings),
    source: {
      format: 'spreadsheet',
      key: side.framework.source ?? own?.source ?? sourceKey(givenId ?? name),
      files: [{ name: file.name, digest: file.digest }],
      ...(side.first === undefined ? {} : { first: side.first }),
    },
  };
}

function noHeader(file: TextFile, sheets: readonly Sheet[]): Finding {
  const row = sheets.find(({ rows }) => rows.length > 0)?.rows[0];
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    line: row?.number ?? 1,
    quote: [...(row?.cells.values() ?? [])].slice(0, 8).join(' | ').slice(0, 190),
    message: `No sheet of ${file.name} has a header of competencies in its first 20 rows, so nothing was read from it.`,
    remedy:
      'Name the columns in one row: Theme, Competency, Level, and Statement, Examples or Proficiency. The command "template" writes a sheet to start from.',
  };
}

function stemOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
