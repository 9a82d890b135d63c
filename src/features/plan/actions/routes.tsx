/** Actions: what somebody has to do, and a new one. */
import type { Schema } from '../../../db/schema.ts';
import { actionProblems, type Problem } from '../../../domain/plan.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Doors, Sent } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { cleanedField } from '../clean-text.ts';
import { tieChoices } from '../ties/choices.ts';
import { tiesIn } from '../ties/tie.ts';
import { ACTIONS, planAddress } from '../views/addresses.ts';
import { afterwards, doneWord } from '../views/done.ts';
import { OWN, ownSubject, type PlanVisit, type Subject, subjectOf } from '../visits.ts';
import { actionsPage } from './actions-page.tsx';
import { hasCalendar } from './calendar.ts';
import { createAction } from './create-action.ts';
import { type ActionForm, newActionPage } from './new-action-page.tsx';
import { ownerProblems } from './owner.ts';
import { actionsAround, closedActionsOf } from './queries.ts';

/** How long what was done or dropped stays on the list. */
const DAYS_CLOSED = 90;

export function mountActions(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(ACTIONS, OWN, (visit) => listActions(visit, room));
  doors.get('/actions/new', OWN, async (visit) => {
    const { c, viewer } = visit;
    const subject = await subjectOf(visit, c.req.query('for') ?? viewer.person);
    const tie = c.req.query('expectation') ?? '';
    const form: ActionForm = { text: '', owner: viewer.person, dueOn: '', tie };
    return newAction(visit, room, subject, form, []);
  });
  doors.post(ACTIONS, OWN, (sent) => writeDown(sent, room));
}

async function listActions(visit: PlanVisit, room: Room<Schema>): Promise<Answer> {
  const { db, viewer, now, token, c } = visit;
  const { today } = await ownSubject(visit);
  const open = await actionsAround(db, viewer.person);
  const since = new Date(now.getTime() - DAYS_CLOSED * 86_400_000);
  const closed = await closedActionsOf(db, viewer.person, since);
  const shown = {
    mine: open.filter(({ owner }) => owner?.id === viewer.person),
    promised: open.filter(({ owner }) => owner?.id !== viewer.person),
    closed,
    calendar: await hasCalendar(db),
  };
  const context = {
    viewer: viewer.person,
    today,
    published: await room.published(),
    token,
    from: 'actions' as const,
  };
  return { page: actionsPage({ shown, context, done: doneWord(c.req.query('done')) }) };
}

async function newAction(
  { viewer, token }: PlanVisit,
  room: Room<Schema>,
  subject: Subject,
  form: ActionForm,
  errors: readonly Problem[],
): Promise<Answer> {
  const choices = tieChoices(
    await room.published(),
    subject.level ?? undefined,
    form.tie === '' ? [] : [form.tie],
  );
  const page = newActionPage({ form, subject, viewer, choices, token, errors });
  return errors.length > 0 ? { page, status: 422 } : { page };
}

async function writeDown(sent: Sent<Schema>, room: Room<Schema>): Promise<Answer> {
  const { db, viewer, now, form } = sent;
  const subject = await subjectOf(sent, form.text('for') || viewer.person);
  const typed: ActionForm = {
    text: cleanedField(form, 'text'),
    owner: form.text('owner'),
    dueOn: form.text('due-on').trim(),
    tie: form.text('tie'),
  };
  const errors = [...actionProblems(typed, subject.today), ...ownerProblems(typed.owner, subject)];
  if (errors.length > 0) return newAction(sent, room, subject, typed, errors);
  const [tie] = tiesIn(await room.published(), [typed.tie]);
  await createAction(db, {
    person: subject.id,
    owner: typed.owner,
    text: typed.text,
    kind: 'action',
    dueOn: typed.dueOn || undefined,
    ...tie,
    by: viewer.person,
    now,
  });
  const list = subject.side === 'person' ? ACTIONS : planAddress(subject.id);
  return { redirect: afterwards(list, 'action-created') };
}
