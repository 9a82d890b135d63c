import { type SourceFile, type TableColumn, writeTableCsv } from '../../../formats/index.ts';
import { headerOf } from './columns.ts';
import type { ImportPlan } from './plan.ts';

type Key = 'what' | 'row' | 'name' | 'column' | 'from' | 'to';

const COLUMNS: readonly TableColumn<Key>[] = (
  [
    ['what', 'What'],
    ['row', 'Row'],
    ['name', 'Name'],
    ['column', 'Column'],
    ['from', 'From'],
    ['to', 'To'],
  ] as const
).map(([key, header]) => ({ key, header, synonyms: [], width: 20 }));

/** Every change of a plan, one a row. */
export function changesFile({ added, changed, absent }: ImportPlan): SourceFile {
  const rows = [
    ...[...added, ...changed].flatMap(({ row, before, after, changes }) =>
      changes.map(({ key, from, to }) => ({
        what: before === undefined ? 'added' : 'changed',
        row: String(row),
        name: after.name,
        column: headerOf(key),
        ...(from === null ? {} : { from }),
        ...(to === null ? {} : { to }),
      })),
    ),
    ...absent.map(({ name }) => ({ what: 'not in the file, left alone', name })),
  ];
  return writeTableCsv('changes.csv', COLUMNS, rows);
}
