/** A file of people as rows that can be meant: every value read, every mistake named with its row and column. */
import { type DetailKey, readDay, readDetail } from '../../../domain/person.ts';
import { type ReadTable, readTable, type SourceFile } from '../../../formats/index.ts';
import { COLUMNS, type ColumnKey, headerOf, NEEDED } from './columns.ts';
import { type ImportProblem, ProblemList } from './problems.ts';

/** Largest file, in bytes. */
export const LARGEST_IMPORT = 10 * 1024 * 1024;

export interface ImportedRow {
  /** Counts from 1, as spreadsheet programs do. */
  number: number;
  /** A column that is not in the file has no key; null: the cell is empty. */
  values: Partial<Record<ColumnKey, string | null>>;
}

export interface ImportedFile {
  rows: ImportedRow[];
  columns: ReadonlyMap<ColumnKey, number>;
}

/** @param options.ignoreUnknown whether columns that are not known are left out; otherwise they are refused */
export function readPeopleFile(
  file: SourceFile,
  options: { ignoreUnknown: boolean },
): { file: ImportedFile } | { problems: ImportProblem[] } {
  if (file.bytes.length > LARGEST_IMPORT) {
    return { problems: [{ message: 'Choose a file of at most 10 MB, or import it in parts.' }] };
  }
  const { table, findings } = readTable(file, COLUMNS, NEEDED);
  const wrong = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ line, message, remedy }) => ({
      ...(line === undefined ? {} : { row: line }),
      message: `${message} ${remedy}`,
    }));
  if (wrong.length > 0) return { problems: wrong };
  if (table === undefined) return { problems: [NO_HEADER] };
  const problems = new ProblemList(table.header.columns);
  problems.problems.push(...columnProblems(table, options.ignoreUnknown), ...remarkProblems(table));
  const rows = table.rows.map(({ number, cells }) => readRow(number, cells, problems));
  if (rows.length === 0)
    problems.problems.push({ message: 'Put people below the header: there is nobody yet.' });
  if (problems.problems.length > 0) return { problems: problems.inOrder() };
  return { file: { rows, columns: table.header.columns } };
}

const NO_HEADER: ImportProblem = {
  message:
    'Name the columns in one of the first 20 rows: E-mail or Staff number at least. The template has all of them.',
};

function columnProblems({ header }: ReadTable<ColumnKey>, ignoreUnknown: boolean): ImportProblem[] {
  const place = { row: header.row };
  const unknown = [...header.unknown].map(([column, value]) => ({
    ...place,
    column,
    value,
    message:
      'Remove this column, or say that unknown columns are to be left out: nothing here is called that',
  }));
  const repeated = [...header.repeated].map(([column, value]) => ({
    ...place,
    column,
    value,
    message: 'Leave only one column of this name',
  }));
  return [...(ignoreUnknown ? [] : unknown), ...repeated];
}

const DAYS: ReadonlySet<ColumnKey> = new Set(['joinedOn', 'leftOn', 'levelSince']);

/** What a spreadsheet program made of a cell by itself is nobody's word. A date where a day belongs is one. */
function remarkProblems({ header, remarks }: ReadTable<ColumnKey>): ImportProblem[] {
  const keys = new Map([...header.columns].map(([key, at]) => [at, key]));
  return remarks.flatMap(({ row, column, what, quote }): ImportProblem[] => {
    const key = keys.get(column);
    if (key === undefined || row <= header.row || what === 'merged') return [];
    if (what === 'date' && DAYS.has(key)) return [];
    return [{ row, column, header: headerOf(key), value: quote, message: REMARKS[what] }];
  });
}

const REMARKS = {
  formula: 'Put the text itself into the cell: formulas are not read',
  error: 'Put the right text into the cell: it shows an error',
  date: 'Format the cell as text and type it again: the spreadsheet made a date of it',
};

/** Keys that are read as what is known of a person. */
const DETAILS: ReadonlySet<ColumnKey> = new Set<DetailKey>([
  'name',
  'email',
  'staffNumber',
  'pronouns',
  'site',
  'timeZone',
  'joinedOn',
]);

function readRow(number: number, cells: Record<ColumnKey, string>, problems: ProblemList): ImportedRow {
  const values: ImportedRow['values'] = {};
  for (const [key, text] of Object.entries(cells) as [ColumnKey, string][]) {
    const read = readCell(key, text);
    if ('problem' in read) problems.at(number, key, text, read.problem);
    else values[key] = read.value;
  }
  if (!values.email && !values.staffNumber) {
    const message = 'Give an e-mail address or a staff number: by it the person is found again';
    const key = 'email' in cells ? 'email' : 'staffNumber';
    if (!problems.problems.some((one) => one.row === number && one.header === headerOf(key)))
      problems.at(number, key, null, message);
  }
  return { number, values };
}

function readCell(key: ColumnKey, text: string): ReturnType<typeof readDetail> {
  if (DETAILS.has(key)) return readDetail(key as DetailKey, dayOnly(key, text));
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  if (DAYS.has(key)) return readDay(dayOnly(key, trimmed));
  if (/\p{Cc}/u.test(trimmed)) return { problem: 'Write it on one line, without control characters' };
  if (key === 'team' && trimmed.length > 100) return { problem: 'Shorten it to 100 characters' };
  return { value: trimmed };
}

/** A date of a spreadsheet may have a time behind it. */
function dayOnly(key: ColumnKey, text: string): string {
  return DAYS.has(key) ? text.trim().replace(/T[\d:.]+Z?$/, '') : text;
}
