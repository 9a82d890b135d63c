/** The talk once both views are revealed: writing the record together, adding actions, signing. */
import type { Schema } from '../../../db/schema.ts';
import { refuseRecord } from '../../../domain/conversation.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Doors, Sent } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { Room } from '../../../web/room.ts';
import { createAction } from '../../plan/index.ts';
import { touch } from '../acts.ts';
import { afterwards, CONVERSATIONS, talkAddress } from '../addresses.ts';
import { wordingOf } from '../rows.ts';
import {
  byViewer,
  LOGGED,
  OWN,
  recordOpened,
  requireAllowed,
  revealed,
  talkingSide,
  talkOf,
  talkToChange,
  there,
} from '../visits.ts';
import type { ReturnedRow } from './agreed-fields.tsx';
import { signPage } from './check-page.tsx';
import { shownIn } from './groups.ts';
import { type TypedAction, typedAction } from './new-action.ts';
import { sentRows } from './sent-rows.ts';
import { signRecord, withdrawSignature } from './sign.ts';
import { loadTalk, type TalkData } from './talk-data.ts';
import type { TalkPageProps } from './talk-groups.tsx';
import { talkPage } from './talk-page.tsx';
import { writeRow } from './write-row.ts';

/** Largest form: every row of a long conversation. */
const LARGEST_FORM = 2 * 1024 * 1024;

export function mountTalking(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(`${CONVERSATIONS}/:id/talk`, LOGGED, async (visit) => {
    const talk = revealed(await talkOf(visit));
    await recordOpened(visit, talk);
    const data = await loadTalk(visit, await room.published(), talk);
    const { show, done } = visit.c.req.query();
    return { page: talkPage({ data, shown: shownIn(show), done }) };
  });
  doors.get(`${CONVERSATIONS}/:id/check`, LOGGED, async (visit) => {
    const talk = revealed(await talkOf(visit));
    await recordOpened(visit, talk);
    return { page: signPage(await loadTalk(visit, await room.published(), talk)) };
  });
  doors.post(`${CONVERSATIONS}/:id/rows`, OWN, (sent) => saveRows(sent, room), { bytes: LARGEST_FORM });
  doors.post(`${CONVERSATIONS}/:id/actions`, OWN, (sent) => saveRows(sent, room), { bytes: LARGEST_FORM });
  mountSigning(doors, room);
}

function mountSigning(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.post(`${CONVERSATIONS}/:id/signatures`, OWN, async (sent) => {
    const talk = revealed(await talkToChange(sent));
    const wording = wordingOf(await room.published(), talk);
    const agreed = await signRecord(sent.db, byViewer(sent, room), talk, talkingSide(talk), wording);
    const part = agreed ? 'record' : 'check';
    return { redirect: afterwards(talkAddress(talk.id, part), agreed ? 'agreed' : 'signed') };
  });
  doors.post(`${CONVERSATIONS}/:id/signatures/withdrawals`, OWN, async (sent) => {
    const talk = revealed(await talkToChange(sent));
    await withdrawSignature(sent.db, byViewer(sent, room), talk, talkingSide(talk));
    return { redirect: afterwards(talkAddress(talk.id, 'talk'), 'signature-withdrawn') };
  });
}

/** Saves every row that was changed, and adds the action where the form asks for one. */
async function saveRows(sent: Sent<Schema>, room: Room<Schema>): Promise<Answer> {
  const talk = revealed(await talkToChange(sent));
  requireAllowed(refuseRecord(talk.state));
  const data = await loadTalk(sent, await room.published(), talk);
  const { returned, errors } = await saveChanges(sent, room, data);
  const action = typedAction(sent.form, talk);
  if (action !== undefined) errors.push(...action.errors);
  if (action?.errors.length === 0) await addAction(sent, data, action);
  const shown = shownIn(sent.form.text('shown'));
  if (errors.length > 0) {
    const fresh = await loadTalk(sent, await room.published(), talk);
    const back = action !== undefined && action.errors.length > 0 ? { action } : {};
    const props: TalkPageProps = { data: fresh, shown, errors, returned, ...back };
    const conflicts = [...returned.values()].some(({ conflict }) => conflict !== undefined);
    return { page: talkPage(props), status: conflicts ? 409 : 422 };
  }
  const place = action?.place ?? (Number(sent.form.text('at')) || 1);
  const address = `${talkAddress(talk.id, 'talk')}${shown === undefined ? '' : `?show=${shown}`}#row-${place}`;
  return { redirect: afterwards(address, action === undefined ? 'saved' : 'added') };
}

async function saveChanges(sent: Sent<Schema>, room: Room<Schema>, { talk, rows }: TalkData) {
  const returned = new Map<string, ReturnedRow>();
  const errors: FieldError[] = [];
  for (const { place, change, error } of sentRows(sent.form, rows)) {
    const field = `sentence-${place}`;
    if (error !== undefined) {
      errors.push({ field, message: error });
      returned.set(change.expectation, { typed: change.mine, error });
      continue;
    }
    const saved = await writeRow(sent.db, byViewer(sent, room), talk, change);
    if ('saved' in saved) continue;
    errors.push({ field, message: 'Choose between what you typed and what was written here meanwhile' });
    returned.set(change.expectation, { typed: change.mine, conflict: saved.conflict });
  }
  return { returned, errors };
}

async function addAction(
  { db, viewer, now }: Sent<Schema>,
  { talk, rows }: TalkData,
  { place, text, owner, due, kind }: TypedAction,
): Promise<void> {
  const row = there(rows[place - 1]);
  await createAction(db, {
    person: there(talk.person.id),
    owner,
    text,
    kind,
    ...(due === '' ? {} : { dueOn: due }),
    framework: talk.framework,
    release: talk.release,
    expectation: row.expectation.id,
    conversation: talk.id,
    by: viewer.person,
    now,
  });
  await touch(db, talk.id, now);
}
