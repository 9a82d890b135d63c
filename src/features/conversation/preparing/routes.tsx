/** Preparing one's own view: answering, raising, submitting, taking back. */
import type { Schema } from '../../../db/schema.ts';
import { phaseOf } from '../../../domain/conversation.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Doors, Sent } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { Room } from '../../../web/room.ts';
import { afterwards, CONVERSATIONS, talkAddress } from '../addresses.ts';
import type { Talk } from '../talk.ts';
import {
  byViewer,
  LOGGED,
  OWN,
  preparingSide,
  recordOpened,
  type TalkVisit,
  talkOf,
  talkToChange,
  there,
} from '../visits.ts';
import { cleaned } from '../written.ts';
import type { ReturnedAnswer } from './answer-fields.tsx';
import { checkPage, privatePieces } from './check-page.tsx';
import { LONGEST_WHY } from './earlier.tsx';
import { placePage } from './place-page.tsx';
import { type Preparation, prepare, raisable } from './preparation.ts';
import { type PrepareProps, preparePage } from './prepare-page.tsx';
import { placeKey } from './prepared-row.tsx';
import { letGo, raiseExpectation } from './raise.ts';
import { saveAnswer } from './save-answer.ts';
import { sentAnswers } from './sent-answers.ts';
import { submitView, takeBackView } from './submit.ts';

/** Largest form: every row of a long conversation with a long note. */
const LARGEST_FORM = 2 * 1024 * 1024;

export function mountPreparing(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(`${CONVERSATIONS}/:id/prepare`, LOGGED, (visit) =>
    preparing(visit, room, (preparation) => ({ page: preparePage(propsOf(visit, preparation)) })),
  );
  doors.get(`${CONVERSATIONS}/:id/prepare/check`, LOGGED, (visit) =>
    preparing(visit, room, (preparation) => ({ page: checkPage(preparation) })),
  );
  doors.get(`${CONVERSATIONS}/:id/prepare/:place{[0-9]+}`, LOGGED, (visit) =>
    preparing(visit, room, (preparation) => {
      const row = there(preparation.rows[Number(visit.c.req.param('place')) - 1]);
      return { page: placePage({ ...propsOf(visit, preparation), row }) };
    }),
  );
  doors.post(`${CONVERSATIONS}/:id/answers`, OWN, (sent) => saveForm(sent, room), { bytes: LARGEST_FORM });
  mountRaising(doors, room);
  doors.post(`${CONVERSATIONS}/:id/submissions`, OWN, async (sent) => {
    const talk = await talkToChange(sent);
    const { rows, wording } = await prepare(sent, await room.published(), talk);
    const chosen = sent.form.all('share');
    const share = privatePieces(rows).filter(({ id }) => chosen.includes(id));
    const expectations = [...rows, ...raisable(talk, wording)].map(({ expectation }) => expectation.id);
    const revealed = await submitView(sent.db, byViewer(sent, room), talk, preparingSide(talk), {
      share: share.map(({ id }) => id),
      expectations,
    });
    return {
      redirect: afterwards(
        talkAddress(talk.id, revealed ? 'talk' : undefined),
        revealed ? 'revealed' : 'submitted',
      ),
    };
  });
  doors.post(`${CONVERSATIONS}/:id/withdrawals`, OWN, async (sent) => {
    const talk = await talkToChange(sent);
    await takeBackView(sent.db, byViewer(sent, room), talk, preparingSide(talk));
    return { redirect: afterwards(talkAddress(talk.id), 'taken-back') };
  });
}

/** What the viewer prepares; once their view is in or revealed, the conversation itself says what is next. */
async function preparing(
  visit: TalkVisit,
  room: Room<Schema>,
  answer: (preparation: Preparation) => Answer,
): Promise<Answer> {
  const talk = await talkOf(visit);
  const side = preparingSide(talk);
  if (phaseOf(talk.state) !== 'preparing' || talk.state.submitted[side] !== undefined) {
    return { redirect: talkAddress(talk.id) };
  }
  await recordOpened(visit, talk);
  return answer(await prepare(visit, await room.published(), talk));
}

function propsOf({ viewer, c }: TalkVisit, preparation: Preparation): PrepareProps {
  return { preparation, viewer: viewer.person, done: c.req.query('done') };
}

async function saveForm(sent: Sent<Schema>, room: Room<Schema>): Promise<Answer> {
  const talk = await talkOf(sent);
  const side = preparingSide(talk);
  const { rows } = await prepare(sent, await room.published(), talk);
  const returned = new Map<string, ReturnedAnswer>();
  const errors: FieldError[] = [];
  for (const { place, change, error } of sentAnswers(sent.form, rows)) {
    const field = `note-${place.number}`;
    if (error !== undefined) {
      errors.push({ field, message: error });
      returned.set(placeKey(place), { typed: change.mine, error });
      continue;
    }
    const saved = await saveAnswer(sent.db, byViewer(sent, room), talk, side, change);
    if ('saved' in saved) continue;
    errors.push({ field, message: 'Choose between what you typed here and what you saved in another tab' });
    returned.set(placeKey(place), { typed: change.mine, conflict: saved.conflict });
  }
  if (errors.length > 0) return comeBack(sent, room, talk, returned, errors);
  const goOn = sent.form.text('go-on');
  const own = goOn.startsWith(`${talkAddress(talk.id, 'prepare')}/`);
  return { redirect: own ? goOn : afterwards(talkAddress(talk.id, 'prepare'), 'saved') };
}

/** The form again, with everything that was typed into it. */
async function comeBack(
  sent: Sent<Schema>,
  room: Room<Schema>,
  talk: Talk,
  returned: ReadonlyMap<string, ReturnedAnswer>,
  errors: readonly FieldError[],
): Promise<Answer> {
  const preparation = await prepare(sent, await room.published(), talk);
  const props = { ...propsOf(sent, preparation), errors, returned };
  const row = preparation.rows[Number(sent.form.text('place')) - 1];
  const conflicts = [...returned.values()].some(({ conflict }) => conflict !== undefined);
  return {
    page: row === undefined ? preparePage(props) : placePage({ ...props, row }),
    status: conflicts ? 409 : 422,
  };
}

function mountRaising(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.post(`${CONVERSATIONS}/:id/raises`, OWN, async (sent) => {
    const talk = await talkOf(sent);
    const side = preparingSide(talk);
    const preparation = await prepare(sent, await room.published(), talk);
    const expectation = sent.form.text('expectation');
    const why = cleaned(sent.form.text('why')).trim();
    there(preparation.earlier.find((row) => row.expectation.id === expectation));
    const problem = whyProblem(why);
    if (problem !== undefined) {
      const errors = [{ field: `why-${expectation}`, message: problem }];
      const raise = { expectation, why, errors };
      return { page: preparePage({ ...propsOf(sent, preparation), errors, raise }), status: 422 };
    }
    await raiseExpectation(sent.db, byViewer(sent, room), talk, side, { expectation, why });
    return { redirect: afterwards(talkAddress(talk.id, 'prepare'), 'raised') };
  });
  doors.post(`${CONVERSATIONS}/:id/raises/withdrawals`, OWN, async (sent) => {
    const talk = await talkOf(sent);
    await letGo(sent.db, talk, preparingSide(talk), sent.form.text('expectation'));
    return { redirect: afterwards(talkAddress(talk.id, 'prepare'), 'let-go') };
  });
}

function whyProblem(why: string): string | undefined {
  if (why === '') return 'Say why you want to talk about it';
  return why.length > LONGEST_WHY ? `Shorten it to ${LONGEST_WHY} characters` : undefined;
}
