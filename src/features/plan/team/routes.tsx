/** What a manager sees of their reports, one by one, and a head of the teams below them, as counts. */
import type { Schema } from '../../../db/schema.ts';
import { dayIn } from '../../../domain/days.ts';
import type { Doors } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { actionsFor } from '../actions/queries.ts';
import type { PlanContributions } from '../contributions.ts';
import { learningOf } from '../learning/queries.ts';
import { objectivesOf } from '../objectives/queries.ts';
import { qualificationsOf } from '../qualifications/queries.ts';
import { HEAD, LEARNING, TEAM } from '../views/addresses.ts';
import { doneWord } from '../views/done.ts';
import { BOTH_SIDES, ownSubject, recordOpened, subjectOf } from '../visits.ts';
import { headPage } from './head-page.tsx';
import { personPlanPage } from './plan-page.tsx';
import { reportsOf, talksOfTeams } from './queries.ts';
import { sharedPage } from './shared-page.tsx';
import { teamPage } from './team-page.tsx';

export function mountTeam(
  doors: Doors<Schema>,
  room: Room<Schema>,
  { scheduleTalks }: PlanContributions,
): void {
  // Dates and counts, and what the viewer's own side promised: nothing of a record is opened by it.
  doors.get(TEAM, { may: 'manager', audit: 'own' }, async (visit) => {
    const { db, viewer, c } = visit;
    const { timeZone, today } = await ownSubject(visit);
    const reports = await reportsOf(db, today);
    const order = c.req.query('order') === 'date' ? 'date' : 'name';
    const done = doneWord(c.req.query('done'));
    const plans = scheduleTalks !== undefined;
    return { page: teamPage({ reports, order, viewer, timeZone, today, plans, done }) };
  });
  doors.get(HEAD, { may: 'head', audit: 'nothing personal' }, async ({ db, viewer, now }) => {
    const { rhythm, teams } = await talksOfTeams(db, dayIn(undefined, now));
    return { page: headPage({ rhythm, teams, viewer }) };
  });
  doors.get('/people/:id/plan', BOTH_SIDES, async (visit) => {
    const { db, viewer, token, c } = visit;
    const subject = await subjectOf(visit, c.req.param('id') ?? '');
    await recordOpened(visit, `plan:${subject.id}`, subject.id);
    const { today } = subject;
    const context = {
      viewer: viewer.person,
      today,
      published: await room.published(),
      token,
      from: 'plan' as const,
    };
    const page = personPlanPage({
      subject,
      viewer,
      objectives: await objectivesOf(db, subject.id),
      actions: await actionsFor(db, subject.id),
      context,
      done: doneWord(c.req.query('done')),
    });
    return { page };
  });
  doors.get('/people/:id/learning', BOTH_SIDES, async (visit) => {
    const { db, viewer, c } = visit;
    const subject = await subjectOf(visit, c.req.param('id') ?? '');
    if (subject.side === 'person') return { redirect: LEARNING };
    await recordOpened(visit, `shared-learning:${subject.id}`, subject.id);
    const page = sharedPage({
      subject,
      viewer,
      learning: await learningOf(db, subject.id),
      qualifications: await qualificationsOf(db, subject.id),
      published: await room.published(),
    });
    return { page };
  });
}
