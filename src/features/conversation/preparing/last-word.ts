import type { AgreedRecord, RecordedRow } from '../../../domain/agreed-record.ts';
import type { Row } from '../rows.ts';

/** What was agreed last about a competency, and when. */
export interface LastWord {
  record: AgreedRecord;
  row: RecordedRow;
}

/**
 * The last agreed word on a row: on the same expectation where there is one, else on the competency at whatever level it
 * was talked about then.
 *
 * @param records newest first
 */
export function lastWordOn(
  records: readonly AgreedRecord[],
  framework: string,
  row: Row,
): LastWord | undefined {
  const of = records.filter((record) => record.framework.id === framework);
  return (
    find(of, ({ expectation }) => expectation === row.expectation.id) ??
    find(of, ({ competency }) => competency.id === row.competency.id)
  );
}

function find(
  records: readonly AgreedRecord[],
  matches: (row: RecordedRow) => boolean,
): LastWord | undefined {
  for (const record of records) {
    const row = record.rows.find(matches);
    if (row !== undefined) return { record, row };
  }
  return undefined;
}
