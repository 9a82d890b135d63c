/** The columns of a file of people: the same for the template, the import and the export. */
import type { TableColumn } from '../../../formats/index.ts';

export type ColumnKey =
  | 'name'
  | 'email'
  | 'staffNumber'
  | 'pronouns'
  | 'team'
  | 'manager'
  | 'site'
  | 'timeZone'
  | 'joinedOn'
  | 'leftOn'
  | 'framework'
  | 'level'
  | 'levelSince';

function column(
  key: ColumnKey,
  header: string,
  width: number,
  synonyms: string[],
  technical?: true,
): TableColumn<ColumnKey> {
  return { key, header, width, synonyms, ...(technical === undefined ? {} : { technical }) };
}

export const COLUMNS: readonly TableColumn<ColumnKey>[] = [
  column('name', 'Name', 28, ['full name', 'display name', 'employee name', 'employee', 'person']),
  column('email', 'E-mail', 32, ['email address', 'mail', 'work email', 'user principal name']),
  // As texts, so that a number that begins with a nought keeps it.
  column(
    'staffNumber',
    'Staff number',
    16,
    ['employee id', 'employee number', 'staff id', 'personnel number'],
    true,
  ),
  column('pronouns', 'Pronouns', 14, ['preferred pronouns']),
  column('team', 'Team', 22, ['department', 'team name', 'group']),
  column('manager', 'Manager', 32, [
    'line manager',
    'manager email',
    'manager number',
    'reports to',
    'supervisor',
  ]),
  column('site', 'Site', 18, ['location', 'office']),
  column('timeZone', 'Time zone', 20, ['timezone', 'tz']),
  column('joinedOn', 'Joined', 12, ['joined on', 'start date', 'hire date', 'joining date']),
  column('leftOn', 'Left', 12, ['left on', 'end date', 'leaving date', 'termination date']),
  column('framework', 'Framework', 20, ['job family']),
  column('level', 'Level', 20, ['grade', 'level held']),
  column('levelSince', 'Level since', 12, ['level held since', 'in level since', 'grade since']),
];

/** With less nobody in the file can be told from the others. */
export const NEEDED: readonly (readonly ColumnKey[])[] = [['email'], ['staffNumber']];

const HEADERS = new Map(COLUMNS.map(({ key, header }) => [key, header]));

export function headerOf(key: ColumnKey): string {
  return HEADERS.get(key) ?? key;
}

/** What stands in the template's second sheet, and on the page of the import. */
export const NOTES: readonly string[] = [
  'One row is one person. Leave out whole columns that you do not need: what has no column stays as it is.',
  'E-mail or staff number is needed: by them a person is found again when the file is imported once more.',
  'An empty cell means that there is none: an empty manager is somebody who reports to nobody. A level is never taken away by an empty cell.',
  'Manager: the e-mail address or the staff number of somebody in this file or in the directory.',
  'Team: its name. A team that is not there yet is added.',
  'Time zone: by its place, such as Europe/London.',
  'Joined, Left, Level since: days as year, month and day, such as 2026-03-04, or real dates of the spreadsheet.',
  'Framework and Level: by name or id. Without a framework the level is looked for in all that are published.',
  'Left: the last day of somebody who has left. They lose their way in, their roles and their deputies at once.',
  'Nobody is removed by being absent from the file: they are named and left alone.',
];
