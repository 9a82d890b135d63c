import type { Executor } from '../../../db/schema.ts';
import { type SourceFile, writeTableCsv, writeTableXlsx } from '../../../formats/index.ts';
import { COLUMNS, type ColumnKey, NOTES } from './columns.ts';
import { type DirectoryRow, directorySnapshot, heldNow } from './snapshot.ts';

/** The kinds of files that the directory is written to and read from. */
export type PeopleFormat = 'csv' | 'xlsx';

/** The whole directory as a file that comes back in unchanged. */
export async function exportPeople(db: Executor, format: PeopleFormat): Promise<SourceFile> {
  const people = await directorySnapshot(db);
  const keys = new Map(people.map(({ id, email, staffNumber }) => [id, email ?? staffNumber ?? undefined]));
  return write(
    format,
    'people',
    people.map((person) => cellsOf(person, keys)),
  );
}

/** An empty file with every column. */
export function peopleTemplate(format: PeopleFormat): SourceFile {
  return write(format, 'people-template', []);
}

function write(
  format: PeopleFormat,
  stem: string,
  rows: readonly Partial<Record<ColumnKey, string>>[],
): SourceFile {
  return format === 'csv'
    ? writeTableCsv(`${stem}.csv`, COLUMNS, rows)
    : writeTableXlsx(`${stem}.xlsx`, 'People', COLUMNS, rows, NOTES);
}

function cellsOf(
  person: DirectoryRow,
  keys: ReadonlyMap<string, string | undefined>,
): Partial<Record<ColumnKey, string>> {
  const held = heldNow(person);
  const values: Record<ColumnKey, string | null | undefined> = {
    name: person.name,
    email: person.email,
    staffNumber: person.staffNumber,
    pronouns: person.pronouns,
    team: person.team,
    manager: person.manager === null ? null : keys.get(person.manager),
    site: person.site,
    timeZone: person.timeZone,
    joinedOn: person.joinedOn,
    leftOn: person.leftOn,
    framework: held?.framework,
    level: held?.level,
    levelSince: held?.since,
  };
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(filled) as Partial<Record<ColumnKey, string>>;
}
