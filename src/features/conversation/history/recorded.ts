import type { AgreedRecord, RecordedRow } from '../../../domain/agreed-record.ts';
import type { KeptRecord } from '../queries/find-records.ts';

/** A competency on which something was agreed. */
export interface RecordedCompetency {
  framework: string;
  id: string;
  /** As the newest record calls it. */
  name: string;
  /** In how many conversations. */
  times: number;
}

/** What one record says about a competency. */
export interface Word {
  kept: KeptRecord;
  row: RecordedRow;
}

/** In the order of the newest record that holds them, those of earlier ones after it. @param records newest first */
export function recordedCompetencies(records: readonly AgreedRecord[]): RecordedCompetency[] {
  const found = new Map<string, RecordedCompetency>();
  for (const { framework, rows } of records) {
    for (const { competency } of new Map(rows.map((row) => [row.competency.id, row])).values()) {
      const key = JSON.stringify([framework.id, competency.id]);
      const known = found.get(key) ?? { framework: framework.id, ...competency, times: 0 };
      found.set(key, { ...known, times: known.times + 1 });
    }
  }
  return [...found.values()];
}

/** Newest first. Of a competency that stands twice in a record, the row of the level that was talked about. */
export function wordsOn(records: readonly KeptRecord[], framework: string, competency: string): Word[] {
  return records
    .filter(({ record }) => record.framework.id === framework)
    .flatMap((kept) => {
      const rows = kept.record.rows.filter((row) => row.competency.id === competency);
      const row = rows.find(({ level }) => level.id === kept.record.level.id) ?? rows[0];
      return row === undefined ? [] : [{ kept, row }];
    });
}

/** Whether two rows speak of the same words. */
export function isSameWording(one: RecordedRow, two: RecordedRow): boolean {
  const said = ({ heading, statement, points, proficiency }: RecordedRow) =>
    JSON.stringify([heading, statement, points.map(({ text }) => text), proficiency?.name]);
  return said(one) === said(two);
}
