/** What may be done to an objective. What it says, and whether it may be, was checked before, on the locked row. */
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import type { ObjectiveState, ObjectiveWords, PlanTie } from '../../../domain/plan.ts';
import { type By, recordDone } from '../visits.ts';
import type { Objective } from './queries.ts';

/** @returns its id */
export async function proposeObjective(
  db: Executor,
  by: By,
  objective: { person: string; words: ObjectiveWords; ties: readonly PlanTie[] },
): Promise<string> {
  const { person, words, ties } = objective;
  const id = newId();
  await db
    .insertInto('objective')
    .values({
      id,
      person_id: person,
      ...columnsOf(words),
      proposed_by: by.person,
      proposed_at: by.now,
      state: 'proposed',
    })
    .execute();
  await insertTies(db, id, ties);
  await say(db, by, { id, state: 'proposed', ...columnsOf(words), why: null });
  await recordDone(db, by, 'objective.proposed', `objective:${id}`, person);
  return id;
}

/** Whoever changes the words proposes them: what was agreed was agreed of the words before, and those are kept. */
export async function rewordObjective(
  db: Executor,
  by: By,
  objective: Objective,
  { words, ties }: { words: ObjectiveWords; ties: readonly PlanTie[] },
): Promise<void> {
  const { id, person } = objective;
  await db
    .updateTable('objective')
    .set({ ...columnsOf(words), proposed_by: by.person, state: 'proposed' })
    .where('id', '=', id)
    .execute();
  await db.deleteFrom('objective_tie').where('objective_id', '=', id).execute();
  await insertTies(db, id, ties);
  await say(db, by, { id, state: 'proposed', ...columnsOf(words), why: null });
  await recordDone(db, by, 'objective.reworded', `objective:${id}`, person.id);
}

/** Says that an objective is agreed, reached, dropped, or proposed once more. */
export async function setObjectiveState(
  db: Executor,
  by: By,
  objective: Objective,
  { state, why }: { state: ObjectiveState; why: string },
): Promise<void> {
  const { id, person, text, howKnown, until } = objective;
  await db
    .updateTable('objective')
    .set({ state, ...(state === 'proposed' ? { proposed_by: by.person } : {}) })
    .where('id', '=', id)
    .execute();
  await say(db, by, { id, state, text, how_known: howKnown, until, why: why || null });
  await recordDone(db, by, `objective.${state}`, `objective:${id}`, person.id);
}

async function say(
  db: Executor,
  by: By,
  said: {
    id: string;
    state: ObjectiveState;
    text: string;
    how_known: string | null;
    until: string | null;
    why: string | null;
  },
): Promise<void> {
  await db
    .insertInto('objective_state')
    .values({
      objective_id: said.id,
      state: said.state,
      by_id: by.person,
      at: by.now,
      why: said.why,
      said_text: said.text,
      said_how_known: said.how_known,
      said_until: said.until,
    })
    .execute();
}

async function insertTies(db: Executor, objective: string, ties: readonly PlanTie[]): Promise<void> {
  if (ties.length === 0) return;
  await db
    .insertInto('objective_tie')
    .values(
      ties.map(({ framework, release, expectation }) => ({
        objective_id: objective,
        framework_id: framework,
        release_version: release,
        expectation_id: expectation,
      })),
    )
    .execute();
}

function columnsOf({ text, why, howKnown, until }: ObjectiveWords) {
  return { text, why: why || null, how_known: howKnown || null, until: until || null };
}
