import type { Executor } from '../../../db/schema.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { SourceFile } from '../../../formats/index.ts';
import type { Doing } from '../administration/actions.ts';
import { lockPeople } from '../people-lock.ts';
import { applyPlan } from './apply.ts';
import { type ImportPlan, planImport } from './plan.ts';
import type { ImportProblem } from './problems.ts';
import { readPeopleFile } from './read-file.ts';
import { directorySnapshot } from './snapshot.ts';

export interface PeopleImport {
  file: SourceFile;
  /** Whether columns that are not known are left out; otherwise they are refused. */
  ignoreUnknown: boolean;
  published: PublishedFrameworks;
  now: Date;
}

export type Planned = { plan: ImportPlan } | { problems: ImportProblem[] };

/** What an import would do. Nothing is written: the same code as the import itself, stopped before. */
export async function planPeople(db: Executor, request: PeopleImport): Promise<Planned> {
  const { file, ignoreUnknown, published, now } = request;
  const read = readPeopleFile(file, { ignoreUnknown });
  if ('problems' in read) return read;
  const directory = await directorySnapshot(db);
  const teams = (await db.selectFrom('team').select('name').execute()).map(({ name }) => name);
  const today = now.toISOString().slice(0, 10);
  return planImport({ file: read.file, directory, teams, published, today });
}

/**
 * Imports people: all of the file, or nothing of it.
 *
 * @param seen the digest of the plan that somebody looked at; a plan that came out otherwise meanwhile is not applied
 */
export async function importPeople(
  db: Executor,
  request: PeopleImport & { seen?: string },
  doing: Omit<Doing, 'now'>,
): Promise<Planned & { applied: boolean }> {
  await lockPeople(db);
  const planned = await planPeople(db, request);
  if ('problems' in planned) return { ...planned, applied: false };
  const { seen = planned.plan.digest, now } = request;
  if (planned.plan.digest !== seen) return { ...planned, applied: false };
  await applyPlan(db, planned.plan, { ...doing, now });
  return { ...planned, applied: true };
}
