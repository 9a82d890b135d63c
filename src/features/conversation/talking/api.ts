/** What the pages of a talk ask and tell while two people write. */
import { z } from 'zod';
import type { Schema } from '../../../db/schema.ts';
import { phaseOf } from '../../../domain/conversation.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { dayInWords } from '../../../web/date.tsx';
import type { Asked, Doors } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { CONVERSATIONS } from '../addresses.ts';
import { saidIn } from '../feedback/queries.ts';
import { findAgreed, type TalkAction } from '../queries/find-agreed.ts';
import { findViews } from '../queries/find-views.ts';
import { wordingOf } from '../rows.ts';
import { byViewer, OWN, revealed, talkOf, talkToChange, there } from '../visits.ts';
import { keptOf } from './agreed-fields.tsx';
import { cleanedRow, rowProblem } from './sent-rows.ts';
import { talkedAbout } from './talked-about.ts';
import { writeRow } from './write-row.ts';

const RowText = z.object({
  outcome: z.string(),
  sentence: z.string(),
  person: z.string(),
  manager: z.string(),
});

const SentRow = z.object({ mine: RowText, was: RowText, version: z.int().min(0) });

export function mountRows(doors: Doors<Schema>, room: Room<Schema>): void {
  // Where it stands, for a page that waits: nothing that anybody wrote.
  doors.api('GET', `/api${CONVERSATIONS}/:id`, OWN, async (asked) => {
    const { state, touchedAt } = await talkOf(asked);
    const { submitted, signed } = state;
    return { data: { phase: phaseOf(state), submitted, signed, touchedAt }, etag: touchedAt };
  });
  // Goes on with the page that was opened and written down; asking again is no other opening.
  doors.api('GET', `/api${CONVERSATIONS}/:id/rows`, OWN, (asked) => readRows(asked, room));
  doors.api('PUT', `/api${CONVERSATIONS}/:id/rows/:expectation`, OWN, (asked) => saveRow(asked, room));
}

/** Every row as it stands now. Asked each second while a page is in sight, so what did not change costs one query. */
async function readRows(asked: Asked<Schema>, room: Room<Schema>): Promise<Answer> {
  const talk = revealed(await talkOf(asked));
  const { touchedAt } = talk;
  if (asked.c.req.header('if-none-match') === `"${touchedAt}"`) return { data: {}, etag: touchedAt };
  const agreed = await findAgreed(asked.db, talk);
  const views = await findViews(asked.db, talk.id);
  const rows = talkedAbout(talk, wordingOf(await room.published(), talk), views, agreed);
  return {
    data: {
      phase: phaseOf(talk.state),
      edition: talk.state.edition,
      signed: talk.state.signed,
      rows: rows.map((row) => ({ expectation: row.expectation.id, ...keptOf(row) })),
      actions: agreed.actions.map(actionInWords),
      // Whose it is, in the order in which it came.
      feedback: (await saidIn(asked.db, talk.id)).map(({ by }) => by.name),
    },
    etag: touchedAt,
  };
}

function actionInWords({ id, text, kind, owner, dueOn, expectation }: TalkAction) {
  const due = dueOn === undefined ? undefined : dayInWords(dueOn);
  return { id, text, kind, owner: owner.name, due, expectation };
}

async function saveRow(asked: Asked<Schema>, room: Room<Schema>): Promise<Answer> {
  const talk = revealed(await talkToChange(asked));
  const expectation = asked.c.req.param('expectation') ?? '';
  const sent = SentRow.safeParse(asked.body);
  if (!sent.success) throw new CairnError('invalid', 'A row is what was agreed, before and after.');
  const { was, version } = sent.data;
  const mine = cleanedRow(sent.data.mine);
  const problem = rowProblem(mine);
  if (problem !== undefined) throw new CairnError('invalid', `${problem}.`);
  const views = await findViews(asked.db, talk.id);
  const expectations = [...talk.expectations, ...views.person.raises.keys(), ...views.manager.raises.keys()];
  there(expectations.find((id) => id === expectation));
  const saved = await writeRow(asked.db, byViewer(asked, room), talk, { expectation, was, mine, version });
  return 'saved' in saved ? { data: saved.saved } : { data: saved.conflict, status: 409 };
}
