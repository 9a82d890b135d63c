/** Where a page's script saves an answer. */
import { z } from 'zod';
import type { Schema } from '../../../db/schema.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Asked, Doors } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { CONVERSATIONS } from '../addresses.ts';
import { rowsOf, wordingOf } from '../rows.ts';
import type { Talk } from '../talk.ts';
import { byViewer, OWN, preparingSide, talkOf, there } from '../visits.ts';
import { cleaned } from '../written.ts';
import { raisable } from './preparation.ts';
import { saveAnswer } from './save-answer.ts';
import { noteProblem, stanceIn } from './sent-answers.ts';

const AnswerText = z.object({ stance: z.string(), note: z.string() });

const SentAnswer = z.object({
  mine: AnswerText,
  /** What stood there before. */
  was: AnswerText,
  version: z.int().min(0),
});

export function mountAnswers(doors: Doors<Schema>, room: Room<Schema>): void {
  const address = `/api${CONVERSATIONS}/:id/answers/:expectation`;
  doors.api('PUT', address, OWN, (asked) => save(asked, room));
  doors.api('PUT', `${address}/:point`, OWN, (asked) => save(asked, room));
}

async function save(asked: Asked<Schema>, room: Room<Schema>): Promise<Answer> {
  const talk = await talkOf(asked);
  const side = preparingSide(talk);
  const expectation = asked.c.req.param('expectation') ?? '';
  const point = asked.c.req.param('point') ?? '';
  requirePart(await room.published(), talk, expectation, point);
  const sent = SentAnswer.safeParse(asked.body);
  if (!sent.success) throw new CairnError('invalid', 'An answer is a stance and a note, before and after.');
  const { was, mine, version } = sent.data;
  const note = cleaned(mine.note);
  const problem = noteProblem(note);
  if (problem !== undefined) throw new CairnError('invalid', `${problem}.`);
  const change = { expectation, point, was, mine: { stance: stanceIn(mine.stance), note }, version };
  const saved = await saveAnswer(asked.db, byViewer(asked, room), talk, side, change);
  return 'saved' in saved ? { data: saved.saved } : { data: saved.conflict, status: 409 };
}

/** @throws CairnError `not found` for an expectation or point that is not talked about */
function requirePart(
  published: Parameters<typeof wordingOf>[0],
  talk: Talk,
  expectation: string,
  point: string,
): void {
  const wording = wordingOf(published, talk);
  const rows = [...rowsOf(wording.framework, talk.expectations), ...raisable(talk, wording)];
  const row = there(rows.find((one) => one.expectation.id === expectation));
  if (point !== '') there(row.expectation.points.find(({ id }) => id === point));
}
