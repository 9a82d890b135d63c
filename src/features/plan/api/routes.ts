/** The same actions for programs: with a personal token, or from a script of our own pages. */
import type { Schema } from '../../../db/schema.ts';
import { actionProblems, changeProblems, refuseActionChange } from '../../../domain/plan.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Asked, Doors } from '../../../web/doors.ts';
import { nothingHere } from '../../../web/doors.ts';
import { readBody, refuseProblems } from '../../../web/read-body.ts';
import type { Room } from '../../../web/room.ts';
import { changeAction } from '../actions/change-action.ts';
import { createAction } from '../actions/create-action.ts';
import { ownerProblems } from '../actions/owner.ts';
import { actionsBy, actionsFor, findAction, lockAction } from '../actions/queries.ts';
import { cleaned } from '../clean-text.ts';
import { tieToNewest } from '../ties/tie.ts';
import { BOTH_SIDES, byViewer, ownSubject, recordOpened, type Subject, subjectOf } from '../visits.ts';
import { actionAsData } from './represent.ts';
import { changedAction, newAction } from './schemas.ts';

export function mountApi(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.api('GET', '/api/actions', BOTH_SIDES, (asked) => list(asked, room));
  doors.api('POST', '/api/actions', BOTH_SIDES, (asked) => create(asked, room));
  doors.api('PATCH', '/api/actions/:id', BOTH_SIDES, (asked) => change(asked, room));
}

async function list(asked: Asked<Schema>, room: Room<Schema>): Promise<Answer> {
  const { db, viewer, c } = asked;
  const named = c.req.query('person');
  const subject = named === undefined ? await ownSubject(asked) : await subjectOf(asked, named);
  if (named !== undefined) await recordOpened(asked, `plan:${subject.id}`, subject.id);
  const actions = named === undefined ? await actionsBy(db, viewer.person) : await actionsFor(db, subject.id);
  const representing = await representingOf(room, subject);
  return { data: { actions: actions.map((action) => actionAsData(action, representing)) } };
}

async function create(asked: Asked<Schema>, room: Room<Schema>): Promise<Answer> {
  const { db, viewer, now, body } = asked;
  const sent = readBody(newAction, body);
  const subject = await subjectOf(asked, sent.person ?? viewer.person);
  const text = cleaned(sent.text).trim();
  const { owner = viewer.person, dueOn = '', about } = sent;
  refuseProblems([...actionProblems({ text, dueOn }, subject.today), ...ownerProblems(owner, subject)]);
  const tie = about && tieToNewest(await room.published(), about);
  if (about !== undefined && tie === undefined) {
    refuseProblems([{ field: 'about', message: 'Name an expectation of the newest release' }]);
  }
  const id = await createAction(db, {
    person: subject.id,
    owner,
    text,
    kind: 'action',
    dueOn: dueOn || undefined,
    ...tie,
    by: viewer.person,
    now,
  });
  return { data: await found(asked, room, id, subject), status: 201 };
}

async function change(asked: Asked<Schema>, room: Room<Schema>): Promise<Answer> {
  const { db, body, c } = asked;
  const id = c.req.param('id') ?? '';
  await lockAction(db, id);
  const action = await findAction(db, id);
  if (action === undefined) throw nothingHere();
  const subject = await subjectOf(asked, action.person.id);
  const { change: wanted, dueOn = '', to = '', reason = '' } = readBody(changedAction, body);
  const standing = { dueOn: action.dueOn, closed: action.closedAt !== null };
  const refusal = refuseActionChange(standing, wanted);
  if (refusal !== undefined) return { problem: { status: 409, detail: refusal } };
  const why = cleaned(reason).trim();
  refuseProblems(
    wanted === 'handed over'
      ? ownerProblems(to, subject)
      : changeProblems(standing, { change: wanted, dueOn, reason: why }, subject.today),
  );
  await changeAction(db, byViewer(asked), action, { change: wanted, dueOn, to, reason: why });
  return { data: await found(asked, room, id, subject) };
}

async function found({ db }: Asked<Schema>, room: Room<Schema>, id: string, subject: Subject) {
  const action = await findAction(db, id);
  if (action === undefined) throw nothingHere();
  return actionAsData(action, await representingOf(room, subject));
}

async function representingOf(room: Room<Schema>, { today }: Subject) {
  return { published: await room.published(), baseUrl: room.site.baseUrl, today };
}
