/** Finds for each row of a file the person it is about: by staff number, which stays, else by e-mail address. */
import type { ProblemList } from './problems.ts';
import type { ImportedFile, ImportedRow } from './read-file.ts';
import type { DirectoryRow } from './snapshot.ts';

export interface MatchedRow {
  row: ImportedRow;
  /** Undefined for somebody new. */
  before: DirectoryRow | undefined;
}

export function matchRows(
  { rows }: ImportedFile,
  directory: readonly DirectoryRow[],
  problems: ProblemList,
): MatchedRow[] {
  const byEmail = new Map(directory.flatMap((one) => (one.email === null ? [] : [[one.email, one]])));
  const byNumber = new Map(
    directory.flatMap((one) => (one.staffNumber === null ? [] : [[one.staffNumber, one]])),
  );
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const { email, staffNumber } = row.values;
    const numbered = staffNumber ? byNumber.get(staffNumber) : undefined;
    const addressed = email ? byEmail.get(email) : undefined;
    if (numbered !== undefined && addressed !== undefined && numbered !== addressed) {
      const message = `Correct one of the two: this address is ${addressed.name}’s, and the staff number ${staffNumber} is ${numbered.name}’s`;
      problems.at(row.number, 'email', email ?? null, message);
    }
    const before = numbered ?? addressed;
    refuseTwice(row, before, seen, problems);
    return { row, before };
  });
}

/** One person stands in one row. */
function refuseTwice(
  { number, values: { email, staffNumber } }: ImportedRow,
  before: DirectoryRow | undefined,
  seen: Map<string, number>,
  problems: ProblemList,
): void {
  const keys = [
    ['email', email && `address ${email}`],
    ['staffNumber', staffNumber && `number ${staffNumber}`],
    ['email', before && `person ${before.id}`],
  ] as const;
  let told = false;
  for (const [column, key] of keys) {
    if (!key) continue;
    const other = seen.get(key);
    if (other !== undefined && !told) {
      const value = (column === 'email' ? email : staffNumber) ?? null;
      problems.at(
        number,
        column,
        value,
        `Leave only one row for this person: row ${other} is about them too`,
      );
      told = true;
    }
    seen.set(key, other ?? number);
  }
}
