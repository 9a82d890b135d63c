/** Objectives: one's own, and one of them. */
import type { Schema } from '../../../db/schema.ts';
import { OBJECTIVE_STATES, refuseState, textProblems } from '../../../domain/plan.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere, type Sent } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { cleanedField } from '../clean-text.ts';
import { OBJECTIVES, objectiveAddress } from '../views/addresses.ts';
import { afterwards, doneWord } from '../views/done.ts';
import { BOTH_SIDES, byViewer, OWN, recordOpened } from '../visits.ts';
import { setObjectiveState } from './actions.ts';
import { proposedBySide } from './entry.tsx';
import { objectivesPage } from './objectives-page.tsx';
import { CHANGED_MEANWHILE, hasSeen, objectiveOf, show } from './one.tsx';
import { lockObjective, objectivesOf } from './queries.ts';

export function mountObjectives(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(OBJECTIVES, OWN, async ({ db, viewer, c }) => ({
    page: objectivesPage({
      objectives: await objectivesOf(db, viewer.person),
      viewer: viewer.person,
      published: await room.published(),
      done: doneWord(c.req.query('done')),
    }),
  }));
  doors.get('/objectives/:id', BOTH_SIDES, async (visit) => {
    const { objective, subject } = await objectiveOf(visit);
    await recordOpened(visit, `objective:${objective.id}`, subject.id);
    return show(visit, room, objective, subject);
  });
  doors.post('/objectives/:id/states', BOTH_SIDES, async (sent) => {
    await lockObjective(sent.db, sent.c.req.param('id') ?? '');
    return sayState(sent, room);
  });
}

async function sayState(sent: Sent<Schema>, room: Room<Schema>): Promise<Answer> {
  const { objective, subject } = await objectiveOf(sent);
  const state = OBJECTIVE_STATES.find((one) => one === sent.form.text('state'));
  if (state === undefined) throw nothingHere();
  const standing = { state: objective.state, proposedBy: proposedBySide(objective) };
  const why = cleanedField(sent.form, 'why');
  const refusal = hasSeen(sent, objective)
    ? (refuseState(standing, state, subject.side) ?? textProblems('why', why)[0]?.message)
    : CHANGED_MEANWHILE;
  if (refusal !== undefined) return show(sent, room, objective, subject, refusal);
  await setObjectiveState(sent.db, byViewer(sent), objective, { state, why });
  return { redirect: afterwards(objectiveAddress(objective.id), state) };
}
