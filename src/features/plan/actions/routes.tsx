/** Actions: what somebody has to do, one of them, and a new one. */
import type { Schema } from '../../../db/schema.ts';
import {
  ACTION_CHANGES,
  type ActionChange,
  actionProblems,
  changeProblems,
  type Problem,
  refuseActionChange,
} from '../../../domain/plan.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere, type Sent } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { cleanedField } from '../clean-text.ts';
import { tieChoices } from '../ties/choices.ts';
import { tiesIn } from '../ties/tie.ts';
import { ACTIONS, actionAddress, planAddress } from '../views/addresses.ts';
import { afterwards, type DoneWord, doneWord } from '../views/done.ts';
import {
  BOTH_SIDES,
  byViewer,
  OWN,
  ownSubject,
  type PlanVisit,
  recordOpened,
  type Subject,
  subjectOf,
} from '../visits.ts';
import { type ActionShown, actionPage } from './action-page.tsx';
import { actionsPage } from './actions-page.tsx';
import { hasCalendar } from './calendar.ts';
import { changeAction } from './change-action.ts';
import { createAction } from './create-action.ts';
import { type ActionForm, newActionPage } from './new-action-page.tsx';
import {
  type Action,
  changesOf,
  closedActionsOf,
  findAction,
  lockAction,
  openActionsAround,
} from './queries.ts';

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
  doors.get('/actions/:id', BOTH_SIDES, async (visit) => {
    const { action, subject } = await actionOf(visit);
    if (action.owner?.id !== visit.viewer.person)
      await recordOpened(visit, `action:${action.id}`, action.person.id);
    return { page: actionPage(await shownOf(visit, room, action, subject)) };
  });
  doors.post('/actions/:id/changes', BOTH_SIDES, async (sent) => {
    await lockAction(sent.db, sent.c.req.param('id') ?? '');
    const { action, subject } = await actionOf(sent);
    return change(sent, room, action, subject);
  });
}

async function listActions(visit: PlanVisit, room: Room<Schema>): Promise<Answer> {
  const { db, viewer, now, token, c } = visit;
  const { today } = await ownSubject(visit);
  const open = await openActionsAround(db, viewer.person);
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
  const page = newActionPage({ form, subject, viewer: viewer.person, choices, token, errors });
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

/** Who does it is one of the two sides. */
function ownerProblems(owner: string, { id, managers }: Subject): Problem[] {
  const sides = [id, ...managers.map((manager) => manager.id)];
  return sides.includes(owner) ? [] : [{ field: 'owner', message: 'Choose who does it' }];
}

/** The action that the address names, and whose plan it stands in. @throws CairnError `not found` */
async function actionOf(visit: PlanVisit): Promise<{ action: Action; subject: Subject }> {
  const action = await findAction(visit.db, visit.c.req.param('id') ?? '');
  if (action === undefined) throw nothingHere();
  return { action, subject: await subjectOf(visit, action.person.id) };
}

async function shownOf(
  visit: PlanVisit,
  room: Room<Schema>,
  action: Action,
  subject: Subject,
): Promise<ActionShown> {
  const { db, viewer, token, c } = visit;
  return {
    action,
    subject,
    changes: await changesOf(db, action.id),
    published: await room.published(),
    viewer: viewer.person,
    token,
    done: doneWord(c.req.query('done')),
  };
}

async function change(
  sent: Sent<Schema>,
  room: Room<Schema>,
  action: Action,
  subject: Subject,
): Promise<Answer> {
  const { db, form } = sent;
  const wanted = ACTION_CHANGES.find((one) => one === form.text('change'));
  if (wanted === undefined) throw nothingHere();
  const typed = {
    'due-on': form.text('due-on').trim(),
    reason: cleanedField(form, 'reason'),
    'drop-reason': cleanedField(form, 'drop-reason'),
  };
  const reason = wanted === 'dropped' ? typed['drop-reason'] : typed.reason;
  const to = form.text('to');
  const errors = problemsOf(action, subject, { change: wanted, dueOn: typed['due-on'], reason, to });
  if (errors.length > 0) {
    const status = errors.some(({ field }) => field === '_content') ? 409 : 422;
    return { page: actionPage({ ...(await shownOf(sent, room, action, subject)), errors, typed }), status };
  }
  await changeAction(db, byViewer(sent), action, { change: wanted, dueOn: typed['due-on'], reason, to });
  return { redirect: afterwards(backFrom(form.text('from'), action), doneOf(wanted)) };
}

function problemsOf(
  action: Action,
  subject: Subject,
  wanted: { change: ActionChange; dueOn: string; reason: string; to: string },
): Problem[] {
  const standing = { dueOn: action.dueOn, closed: action.closedAt !== null };
  const refusal = refuseActionChange(standing, wanted.change);
  // Somebody else was quicker: the page shows what they did.
  if (refusal !== undefined) return [{ field: '_content', message: refusal }];
  if (wanted.change === 'handed over') return ownerProblems(wanted.to, subject);
  return changeProblems(standing, wanted, subject.today);
}

/** The list that a short form stood on, or the page of the action. */
function backFrom(from: string, action: Action): string {
  if (from === 'actions') return ACTIONS;
  return from === 'plan' ? planAddress(action.person.id) : actionAddress(action.id);
}

function doneOf(change: ActionChange): DoneWord {
  return change.replaceAll(' ', '-') as DoneWord;
}
