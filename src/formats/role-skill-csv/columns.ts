import { parse } from 'csv-parse/sync';

/** Columns of a table of roles: one row for each skill that a role level requires. */
export const ROLE_COLUMNS = [
  'Role Family',
  'Role',
  'Role Description',
  'Role Level',
  'Role Level Description',
  'Skill Name',
  'Skill Description',
  'Skill Level',
  'Skill Level Description',
  'Role Type',
] as const;

/** Columns of a table of skills that are the steps of its scale, lowest first: their order is the scale's. */
export const STEP_COLUMNS = ['Awareness', 'Working', 'Practitioner', 'Expert'] as const;

/** Columns of a table of skills: one row for each skill. */
export const SKILL_COLUMNS = [
  'Skill Name',
  'Skill Description',
  ...STEP_COLUMNS,
  'Roles that require Skill',
] as const;

export type RoleColumn = (typeof ROLE_COLUMNS)[number];
export type SkillColumn = (typeof SKILL_COLUMNS)[number];

/** What a header row says of its table. */
export interface Header<Column extends string = string> {
  kind: 'roles' | 'skills';
  delimiter: string;
  /** The cells of the header row, to the letter. */
  cells: string[];
  /** Where each known column stands, from 0; the first where two have its name. */
  places: ReadonlyMap<Column, number>;
}

/** How much of a file is looked at for its header row, in UTF-16 code units. */
const LOOKED_AT = 16 * 1024;

/** The header row of a table of roles or of skills; undefined for any other file. Commas, semicolons or tabs. */
export function headerOf(text: string): Header | undefined {
  const head = text.slice(0, LOOKED_AT);
  if (!/skill name/i.test(head)) return undefined;
  for (const delimiter of [',', ';', '\t']) {
    const cells = firstRow(head, delimiter);
    const roles = placesOf(cells, ROLE_COLUMNS);
    if (['Role', 'Role Level', 'Skill Name'].every((name) => roles.has(name))) {
      return { kind: 'roles', delimiter, cells, places: roles };
    }
    const skills = placesOf(cells, SKILL_COLUMNS);
    if (skills.has('Skill Name') && STEP_COLUMNS.some((name) => skills.has(name))) {
      return { kind: 'skills', delimiter, cells, places: skills };
    }
  }
  return undefined;
}

function firstRow(head: string, delimiter: string): string[] {
  const line = /[^\r\n]*/.exec(head.trimStart())?.[0] ?? '';
  try {
    return parse(line, { delimiter, relax_column_count: true })[0] ?? [];
  } catch {
    // Quotation marks in the wrong place: then it is no header row of ours.
    return [];
  }
}

function placesOf(cells: readonly string[], known: readonly string[]): Map<string, number> {
  const names = new Map(known.map((name) => [plain(name), name]));
  const places = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const name = names.get(plain(cell));
    if (name !== undefined && !places.has(name)) places.set(name, index);
  }
  return places;
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
