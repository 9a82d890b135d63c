/** The columns of the sheets: how they are written, and the names under which they are found again. */
import type { Row, Sheet } from './table.ts';

export interface Column<Key extends string = string> {
  key: Key;
  header: string;
  /** Other headers that people give it. Case, spaces, brackets and punctuation do not count. */
  synonyms: readonly string[];
  /** Width in a workbook, in characters. */
  width: number;
  /** For machines rather than people: set apart quietly. */
  technical?: true;
}

export function column<Key extends string>(
  key: Key,
  header: string,
  width: number,
  synonyms: string[] = [],
): Column<Key> {
  return { key, header, synonyms, width };
}

export function technical<Key extends string>(
  key: Key,
  header: string,
  synonyms: string[] = [],
): Column<Key> {
  return { key, header, synonyms, width: 14, technical: true };
}

/** One row is what one level is expected to show of one competency. */
export const COMPETENCY_COLUMNS = [
  column('theme', 'Theme', 18, ['themes', 'category', 'area', 'competency area', 'pillar', 'heading']),
  column('competency', 'Competency', 26, ['competencies', 'competence', 'competency name', 'behaviour']),
  column('definition', 'Definition', 36, ['competency definition', 'competency description']),
  column('level', 'Level', 18, ['levels', 'grade', 'level name']),
  column('name', 'Name at this level', 24, ['heading at this level', 'title at this level']),
  column('statement', 'Statement', 56, [
    'statements',
    'expectation',
    'expectations',
    'description',
    'summary',
    'expected',
    'what is expected',
  ]),
  column('points', 'Points', 50, ['numbered points', 'criteria']),
  column('examples', 'Examples', 56, [
    'example',
    'illustrative examples',
    'examples for illustration',
    'evidence examples',
  ]),
  column('proficiency', 'Proficiency', 18, ['proficiencies', 'proficiency level', 'required proficiency']),
  column('links', 'Links', 30, ['link', 'supporting urls', 'urls', 'url', 'resources']),
  column('state', 'State', 14, []),
  technical('expectationId', 'Expectation id', ['id', 'entry id']),
  technical('pointIds', 'Point ids'),
  technical('themeId', 'Theme id'),
  technical('competencyId', 'Competency id'),
  technical('levelId', 'Level id'),
  technical('proficiencyId', 'Proficiency id'),
] as const;
export type CompetencyColumn = (typeof COMPETENCY_COLUMNS)[number]['key'];

/** What a CSV file says of the framework itself, having no other sheet to say it in: the same in each row. */
export const CSV_COLUMNS = [
  ...COMPETENCY_COLUMNS,
  technical('framework', 'Framework', ['framework name', 'job family', 'family']),
  technical('frameworkId', 'Framework id'),
  technical('textFormat', 'Text format'),
  technical('source', 'Source'),
] as const;
export type AnyCompetencyColumn = (typeof CSV_COLUMNS)[number]['key'];

export const LEVEL_COLUMNS = [
  column('level', 'Level', 26, ['levels', 'name']),
  column('aliases', 'Also called', 26, ['aliases', 'other names']),
  column('next', 'Leads to', 26, ['next', 'next level']),
  column('track', 'Track', 20),
  column('route', 'Route', 24),
  column('summary', 'Summary', 60),
  technical('levelId', 'Level id'),
] as const;
export type LevelColumn = (typeof LEVEL_COLUMNS)[number]['key'];

export const THEME_COLUMNS = [
  column('theme', 'Theme', 26, ['themes', 'name']),
  column('summary', 'Summary', 80),
  technical('themeId', 'Theme id'),
] as const;
export type ThemeColumn = (typeof THEME_COLUMNS)[number]['key'];

export const SCALE_COLUMNS = [
  column('proficiency', 'Proficiency', 26, ['name', 'step', 'proficiency level']),
  column('definition', 'Definition', 80, ['description', 'meaning']),
  technical('proficiencyId', 'Proficiency id'),
] as const;
export type ScaleColumn = (typeof SCALE_COLUMNS)[number]['key'];

/** Where the header of a sheet stands and what it names. */
export interface Header<Key extends string> {
  row: number;
  /** Column numbers by what stands in them. */
  columns: ReadonlyMap<Key, number>;
  /** Headers that nobody knows, with their column. */
  unknown: ReadonlyMap<number, string>;
  /** A second column of a name that was already found. */
  repeated: ReadonlyMap<number, string>;
}

/** A header is looked for in so many rows: people put a title and notes above it. */
const HEADER_WITHIN = 20;

/** The first of the top rows that names all columns of one of the `needed` sets. */
export function findHeader<Key extends string>(
  sheet: Sheet,
  columns: readonly Column<Key>[],
  needed: readonly (readonly Key[])[],
): Header<Key> | undefined {
  return headersIn(sheet, columns).find((header) =>
    needed.some((set) => set.every((key) => header.columns.has(key))),
  );
}

/** Each of the top rows as if it were the header. */
export function headersIn<Key extends string>(sheet: Sheet, columns: readonly Column<Key>[]): Header<Key>[] {
  const names = namesOf(columns);
  return sheet.rows.slice(0, HEADER_WITHIN).map((row) => headerIn(row, names));
}

function namesOf<Key extends string>(columns: readonly Column<Key>[]): Map<string, Key> {
  const names = new Map<string, Key>();
  for (const { key, synonyms } of columns) for (const name of synonyms) names.set(plain(name), key);
  for (const { key, header } of columns) names.set(plain(header), key);
  return names;
}

function headerIn<Key extends string>(row: Row, names: ReadonlyMap<string, Key>): Header<Key> {
  const columns = new Map<Key, number>();
  const unknown = new Map<number, string>();
  const repeated = new Map<number, string>();
  for (const [place, text] of row.cells) {
    const key = names.get(plain(text));
    if (key === undefined) unknown.set(place, text);
    else if (columns.has(key)) repeated.set(place, text);
    else columns.set(key, place);
  }
  return { row: row.number, columns, unknown, repeated };
}

/** `Example(s)`, ` EXAMPLES ` and `examples:` are one name. */
function plain(header: string): string {
  return header
    .slice(0, 80)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
