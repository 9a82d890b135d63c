import type { LevelDecision, WantedLevel } from '../../../domain/levels-held.ts';
import type { PersonDetails } from '../../../domain/person.ts';
import type { ColumnKey } from './columns.ts';
import type { ImportedRow } from './read-file.ts';
import type { DirectoryRow } from './snapshot.ts';

/** How somebody is once the import is applied. */
export interface After extends PersonDetails {
  /** Name of the team. */
  team: string | null;
  /** Id of the manager, or `row:N` for somebody whom the file adds. */
  manager: string | null;
  leftOn: string | null;
}

export interface PlannedLevel extends WantedLevel {
  decision: Exclude<LevelDecision, { kind: 'refused' }>;
  releaseVersion: string;
  /** What the level is called. */
  name: string;
  /** What the level held so far is called. */
  heldName: string | null;
}

export interface PlannedChange {
  key: ColumnKey;
  from: string | null;
  to: string | null;
}

/** One row that changes something. */
export interface PlannedPerson {
  row: number;
  /** Id of the person; `row:N` for whoever is added. */
  id: string;
  before: DirectoryRow | undefined;
  after: After;
  level: PlannedLevel | undefined;
  changes: PlannedChange[];
}

/** One row on the way to a plan. */
export interface Draft extends Omit<PlannedPerson, 'changes'> {
  imported: ImportedRow;
}
