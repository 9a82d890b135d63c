/** The sheets beside the competencies: levels, themes, proficiencies, the framework's own data. */
import { z } from 'zod';
import type { FirstSource } from '../../domain/framework.ts';
import { frameworkDocument, sourceFields } from '../schema/document.ts';
import { type Column, findHeader, LEVEL_COLUMNS, SCALE_COLUMNS, THEME_COLUMNS } from './columns.ts';
import { cellsBelow, tellColumns, tellRemarks } from './entries.ts';
import { type FindingList, where } from './findings.ts';
import { unescapeFormula } from './formulas.ts';
import type { Cells } from './rows.ts';
import { FIRST_SOURCE, FRAMEWORK_ROWS, type FrameworkRow, REST, type Rest, SHEETS } from './sheets.ts';
import type { Sheet } from './table.ts';

export interface SideRow<Key extends string> {
  cells: Cells<Key>;
  row: number;
  sheet: Sheet;
}

export interface SideSheets {
  levels: SideRow<(typeof LEVEL_COLUMNS)[number]['key']>[];
  /** Whether the sheet of levels says where each leads: then an empty cell means that it is the last. */
  saysNext: boolean;
  themes: SideRow<(typeof THEME_COLUMNS)[number]['key']>[];
  scale: SideRow<(typeof SCALE_COLUMNS)[number]['key']>[];
  framework: { [Row in FrameworkRow]?: string };
  rest: Partial<Rest>;
  /** What the framework was read from before it was a spreadsheet. */
  first?: FirstSource | undefined;
  /** Sheets that were read here. */
  used: ReadonlySet<Sheet>;
}

const NAMES: Record<'levels' | 'themes' | 'scale' | 'framework' | 'rest', RegExp> = {
  levels: /^levels?$/i,
  themes: /^themes?$/i,
  scale: /^(?:proficienc(?:y|ies)|scale|proficiency (?:scale|levels))$/i,
  framework: /^framework$/i,
  rest: new RegExp(`^${SHEETS.rest}$`, 'i'),
};

export function readSideSheets(sheets: readonly Sheet[], findings: FindingList): SideSheets {
  const named = (kind: keyof typeof NAMES) =>
    sheets.find(({ name }) => name !== undefined && NAMES[kind].test(name.trim()));
  const used = new Set<Sheet>();
  const rows = <Key extends string>(
    sheet: Sheet | undefined,
    columns: readonly Column<Key>[],
    first: Key,
  ) => {
    const header = sheet === undefined ? undefined : findHeader(sheet, columns, [[first]]);
    if (sheet === undefined || header === undefined) return { rows: [], has: () => false };
    used.add(sheet);
    tellColumns(sheet, header, columns, [], findings);
    tellRemarks(sheet, header, findings);
    return {
      rows: cellsBelow(sheet, header).map((read): SideRow<Key> => ({ ...read, sheet })),
      has: (key: Key) => header.columns.has(key),
    };
  };
  const levels = rows(named('levels'), LEVEL_COLUMNS, 'level');
  const framework = named('framework');
  const rest = named('rest');
  for (const sheet of [framework, rest]) if (sheet !== undefined) used.add(sheet);
  return {
    levels: levels.rows,
    saysNext: levels.has('next'),
    themes: rows(named('themes'), THEME_COLUMNS, 'theme').rows,
    scale: rows(named('scale'), SCALE_COLUMNS, 'proficiency').rows,
    framework: framework === undefined ? {} : readPairs(framework),
    ...(rest === undefined ? { rest: {} } : readRest(rest, findings)),
    used,
  };
}

/** The sheet "Framework": a word in the first column, its value in the second. */
function readPairs(sheet: Sheet): SideSheets['framework'] {
  const keys = new Map(
    Object.entries(FRAMEWORK_ROWS).map(([key, what]) => [what.toLowerCase(), key as FrameworkRow]),
  );
  const values: SideSheets['framework'] = {};
  for (const { cells } of sheet.rows) {
    const key = keys.get((cells.get(0) ?? '').trim().toLowerCase());
    const value = cells.get(1);
    if (key !== undefined && value !== undefined) values[key] ??= unescapeFormula(value);
  }
  return values;
}

/** The sheet "For Cairn": pieces of JSON, those of one part below each other. */
function readRest(sheet: Sheet, findings: FindingList): Pick<SideSheets, 'rest' | 'first'> {
  const pieces = new Map<string, { text: string[]; row: number }>();
  for (const { number, cells } of sheet.rows) {
    const part = (cells.get(0) ?? '').trim();
    const known = pieces.get(part) ?? { text: [], row: number };
    known.text.push(unescapeFormula(cells.get(1) ?? ''));
    pieces.set(part, known);
  }
  const parsed = (part: string, schema: z.ZodType): unknown => {
    const found = pieces.get(part);
    if (found === undefined) return undefined;
    const result = parsedPart(found.text.join(''), schema);
    if (result?.success === true) return result.data;
    const place = { sheet, row: found.row };
    findings.tell('rest', place, {
      rule: 'unreadable',
      severity: 'error',
      quote: found.text[0] ?? '',
      message: `${where(place)}: the data of "${part}" was changed and can no longer be read, so it was left out.`,
      remedy: 'Take this sheet from the file as it was exported, or delete the row to go on without it.',
    });
    return undefined;
  };
  const rest = REST.flatMap((part) => {
    const value = parsed(part, frameworkDocument.shape[part]);
    return value === undefined ? [] : [[part, value]];
  });
  const first = parsed(FIRST_SOURCE, FIRST_SCHEMA) as FirstSource | undefined;
  return { rest: Object.fromEntries(rest) as Partial<Rest>, first };
}

const FIRST_SCHEMA = z.strictObject({ format: sourceFields.format, files: sourceFields.files });

function parsedPart(text: string, schema: z.ZodType) {
  try {
    return schema.safeParse(JSON.parse(text));
  } catch {
    // Not JSON any more: told by whoever asked, with its place.
    return undefined;
  }
}
