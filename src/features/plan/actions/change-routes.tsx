/** One action: read, and what becomes of it. */
import type { Schema } from '../../../db/schema.ts';
import {
  ACTION_CHANGES,
  type ActionChange,
  changeProblems,
  type Problem,
  refuseActionChange,
} from '../../../domain/plan.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere, type Sent } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { cleanedField } from '../clean-text.ts';
import { ACTIONS, actionAddress, planAddress } from '../views/addresses.ts';
import { afterwards, type DoneWord, doneWord } from '../views/done.ts';
import { BOTH_SIDES, byViewer, type PlanVisit, recordOpened, type Subject, subjectOf } from '../visits.ts';
import { actionPage } from './action-page.tsx';
import { changeAction } from './change-action.ts';
import { ownerProblems } from './owner.ts';
import { type Action, changesOf, findAction, lockAction } from './queries.ts';
import type { ActionShown } from './shown.ts';

export function mountAction(doors: Doors<Schema>, room: Room<Schema>): void {
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
    viewer,
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
