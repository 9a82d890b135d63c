/** What routes about one objective begin and end with. */
import type { Schema } from '../../../db/schema.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere, type Sent } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { doneWord } from '../views/done.ts';
import { type PlanVisit, type Subject, subjectOf } from '../visits.ts';
import { objectivePage } from './objective-page.tsx';
import { findObjective, type Objective, saidOf } from './queries.ts';

export const CHANGED_MEANWHILE = 'Read it again first: it was changed since you opened the page';

/** The objective that the address names, and whose plan it stands in. @throws CairnError `not found` */
export async function objectiveOf(visit: PlanVisit): Promise<{ objective: Objective; subject: Subject }> {
  const objective = await findObjective(visit.db, visit.c.req.param('id') ?? '');
  if (objective === undefined) throw nothingHere();
  return { objective, subject: await subjectOf(visit, objective.person.id) };
}

/** @param refusal why what was asked for was not done */
export async function show(
  { db, viewer, token, c }: PlanVisit,
  room: Room<Schema>,
  objective: Objective,
  subject: Subject,
  refusal?: string,
): Promise<Answer> {
  const page = objectivePage({
    objective,
    subject,
    said: await saidOf(db, objective.id),
    published: await room.published(),
    viewer,
    token,
    done: doneWord(c.req.query('done')),
    errors: refusal === undefined ? [] : [{ field: '_content', message: refusal }],
  });
  return refusal === undefined ? { page } : { page, status: 409 };
}

/** Whether the form speaks of what the objective says now. */
export function hasSeen({ form }: Sent<Schema>, { serial }: Objective): boolean {
  return form.text('seen') === String(serial);
}
