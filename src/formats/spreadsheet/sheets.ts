import { NOTHING_CONFIRMED } from '../../domain/confirmation.ts';
import type { Framework } from '../../domain/framework.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import { content } from '../write-holding.ts';
import {
  COMPETENCY_COLUMNS,
  type Column,
  LEVEL_COLUMNS,
  type LevelColumn,
  SCALE_COLUMNS,
  type ScaleColumn,
  THEME_COLUMNS,
  type ThemeColumn,
} from './columns.ts';
import { escapeFormula } from './formulas.ts';
import { BULLETS, listCell } from './lists.ts';
import { type Cells, competencyRows } from './rows.ts';
import { sourceKey } from './source-key.ts';
import type { CellToWrite, SheetToWrite } from './xlsx/write.ts';

/** Names of the sheets of a framework's workbook. */
export const SHEETS = {
  competencies: 'Competencies',
  levels: 'Levels',
  themes: 'Themes',
  scale: 'Proficiencies',
  framework: 'Framework',
  rest: 'For Cairn',
} as const;

/** What the sheet "Framework" says, by the words in its first column. */
export const FRAMEWORK_ROWS = {
  name: 'Name',
  id: 'Id',
  summary: 'Summary',
  version: 'Version',
  textFormat: 'Text format',
  ordered: 'Proficiencies stand in order, lowest first',
  source: 'Source',
} as const;
export type FrameworkRow = keyof typeof FRAMEWORK_ROWS;

/** The parts of a framework that no table of people's own has. They are kept as data, so that nothing is lost. */
export const REST = [
  'policy',
  'proposals',
  'lineage',
  'confirmed',
  'accepted',
  'gaps',
  'notices',
  'sourceStatus',
  'guides',
  'roleProfiles',
] as const satisfies readonly (keyof Framework)[];
export type Rest = Pick<Framework, (typeof REST)[number]>;

/** The name under which the first source is kept beside them. */
export const FIRST_SOURCE = 'first source';

/** So much of a part's data stands in one cell; the rest follows in the cells below. */
const REST_PIECE = 30_000;

/** The workbook of a framework, sheet by sheet. */
export function frameworkSheets(framework: Framework): SheetToWrite[] {
  return [
    table(SHEETS.competencies, COMPETENCY_COLUMNS, competencyRows(framework)),
    table(SHEETS.levels, LEVEL_COLUMNS, framework.levels.map(levelRow)),
    table(SHEETS.themes, THEME_COLUMNS, framework.themes.map(themeRow)),
    table(SHEETS.scale, SCALE_COLUMNS, framework.scale.steps.map(stepRow)),
    pairs(SHEETS.framework, ['What', 'Value'], frameworkPairs(framework)),
    pairs(SHEETS.rest, ['Part', 'Data of Cairn: leave this sheet as it is'], restPairs(framework)),
  ];
}

/** A sheet of a header and rows. */
export function table<Key extends string>(
  name: string,
  columns: readonly Column<Key>[],
  rows: readonly Cells<Key>[],
): SheetToWrite {
  const header = columns.map((column): CellToWrite => ({ text: column.header, style: 'header' }));
  const body = rows.map((row) => ({
    cells: columns.map(({ key, technical }, index): CellToWrite => {
      const text = row[key];
      return {
        text: text === undefined ? '' : escapeFormula(text),
        style: technical ? 'quiet' : index < 2 ? 'strong' : 'text',
      };
    }),
  }));
  return { name, columns, rows: [{ cells: header, height: 24 }, ...body], headRows: 1 };
}

function pairs(
  name: string,
  header: readonly [string, string],
  rows: readonly [string, string][],
): SheetToWrite {
  const columns = [
    { key: 'what', header: header[0], synonyms: [], width: 30 },
    { key: 'value', header: header[1], synonyms: [], width: 100 },
  ] as const;
  return table(
    name,
    columns,
    rows.map(([what, value]) => ({ what, value })),
  );
}

function levelRow({
  id,
  name,
  aliases,
  next,
  track,
  route,
  summary,
}: Framework['levels'][number]): Cells<LevelColumn> {
  const lists = { aliases: listCell(aliases, BULLETS), next: listCell(next, BULLETS) };
  return present({ level: name, levelId: id, track, route, summary, ...lists });
}

function themeRow({ id, name, summary }: Framework['themes'][number]): Cells<ThemeColumn> {
  return present({ theme: name, themeId: id, summary });
}

function stepRow({ id, name, definition }: Framework['scale']['steps'][number]): Cells<ScaleColumn> {
  return present({ proficiency: name, proficiencyId: id, definition });
}

function frameworkPairs({
  id,
  name,
  summary,
  version,
  textFormat,
  scale,
  source,
}: Framework): [string, string][] {
  const key = source.key === sourceKey(id) ? undefined : source.key;
  const values = {
    name,
    id,
    summary,
    version,
    textFormat,
    ordered: scale.ordered ? 'yes' : 'no',
    source: key,
  };
  return Object.entries(present(values)).map(([row, value]) => [FRAMEWORK_ROWS[row as FrameworkRow], value]);
}

function restPairs(framework: Framework): [string, string][] {
  const defaults: Partial<Rest> = { policy: DEFAULT_POLICY, confirmed: NOTHING_CONFIRMED };
  const rest = REST.flatMap((part) => {
    const value = framework[part];
    const isDefault = JSON.stringify(value) === JSON.stringify(defaults[part] ?? []);
    return isDefault ? [] : inPieces(part, value);
  });
  const first = firstSource(framework.source);
  return first === undefined ? rest : [...rest, ...inPieces(FIRST_SOURCE, first)];
}

function inPieces(part: string, value: object): [string, string][] {
  const pieces = JSON.stringify(content(value)).match(new RegExp(`[^]{1,${REST_PIECE}}`, 'g')) ?? [];
  return pieces.map((piece) => [part, piece]);
}

/** What the framework was read from before it was edited as a spreadsheet: its own format can be written from that. */
function firstSource({ format, files, first }: Framework['source']): Framework['source']['first'] {
  return first ?? (format === 'spreadsheet' ? undefined : { format, files });
}

function present<Key extends string>(values: Record<Key, string | undefined>): { [K in Key]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in Key]?: string;
  };
}
