/** What may be done to what somebody learns. It is their own; what it says was checked before. */
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { LearningWords } from '../../../domain/learning.ts';
import type { PlanTie } from '../../../domain/plan.ts';
import { type By, recordDone } from '../visits.ts';
import type { Learning } from './queries.ts';

export interface WrittenLearning {
  words: LearningWords;
  ties: readonly PlanTie[];
}

/** @returns its id */
export async function enterLearning(db: Executor, by: By, { words, ties }: WrittenLearning): Promise<string> {
  const id = newId();
  await db
    .insertInto('learning')
    .values({
      id,
      person_id: by.person,
      ...columnsOf(words),
      shared_at: null,
      evidence_id: null,
      created_at: by.now,
    })
    .execute();
  await insertTies(db, id, ties);
  await recordOwn(db, by, 'entered', id);
  return id;
}

export async function changeLearning(
  db: Executor,
  by: By,
  id: string,
  { words, ties }: WrittenLearning,
): Promise<void> {
  await db.updateTable('learning').set(columnsOf(words)).where('id', '=', id).execute();
  await db.deleteFrom('learning_tie').where('learning_id', '=', id).execute();
  await insertTies(db, id, ties);
  await recordOwn(db, by, 'changed', id);
}

/** Says that what was wanted is learnt. */
export async function markLearnt(db: Executor, by: By, id: string, day: string): Promise<void> {
  await db.updateTable('learning').set({ learnt_on: day }).where('id', '=', id).execute();
  await recordOwn(db, by, 'learnt', id);
}

/** Lets the line manager read it, or no longer. */
export async function shareLearning(
  db: Executor,
  by: By,
  learning: Learning,
  shared: boolean,
): Promise<void> {
  if ((learning.sharedAt !== null) === shared) return;
  await db
    .updateTable('learning')
    .set({ shared_at: shared ? by.now : null })
    .where('id', '=', learning.id)
    .execute();
  await recordOwn(db, by, shared ? 'shared' : 'taken-back', learning.id);
}

export async function deleteLearning(db: Executor, by: By, id: string): Promise<void> {
  await db.deleteFrom('learning').where('id', '=', id).execute();
  await recordOwn(db, by, 'deleted', id);
}

/** Keeps which evidence it became. */
export async function keepEvidence(db: Executor, by: By, id: string, evidence: string): Promise<void> {
  await db.updateTable('learning').set({ evidence_id: evidence }).where('id', '=', id).execute();
  await recordOwn(db, by, 'became-evidence', id);
}

async function recordOwn(db: Executor, by: By, verb: string, id: string): Promise<void> {
  await recordDone(db, by, `learning.${verb}`, `learning:${id}`, by.person);
}

async function insertTies(db: Executor, learning: string, ties: readonly PlanTie[]): Promise<void> {
  if (ties.length === 0) return;
  await db
    .insertInto('learning_tie')
    .values(
      ties.map(({ framework, release, expectation }) => ({
        learning_id: learning,
        framework_id: framework,
        release_version: release,
        expectation_id: expectation,
      })),
    )
    .execute();
}

function columnsOf({ text, kind, state, day }: LearningWords) {
  return {
    text,
    kind: kind || null,
    learnt_on: state === 'learnt' ? day : null,
    wanted_by: state === 'wanted' ? day || null : null,
  };
}
