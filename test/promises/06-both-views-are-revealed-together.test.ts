/**
 * Both views are revealed together. Until both are submitted neither side can read the other's, by any route, not even
 * by SQL as the roles that requests, sign-in and background work run as.
 */
import fc from 'fast-check';
import { type Kysely, sql, type Transaction } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/db/ids.ts';
import type { Schema } from '../../src/db/schema.ts';
import { asViewer } from '../../src/db/viewer.ts';
import {
  type ConversationState,
  otherSide,
  refuseAnswer,
  refuseEnd,
  refuseSubmit,
  refuseTakeBack,
  revealsWith,
  SIDES,
  type Side,
} from '../../src/domain/conversation.ts';
import { CairnError } from '../../src/domain/errors.ts';
import { saveAnswer } from '../../src/features/conversation/preparing/save-answer.ts';
import { submitView, takeBackView } from '../../src/features/conversation/preparing/submit.ts';
import { lockTalk } from '../../src/features/conversation/queries/find-talk.ts';
import { endTalk } from '../../src/features/conversation/starting/end.ts';
import {
  agree,
  answer,
  begin,
  LEAD,
  mailsIn,
  noteEvidence,
  openTalkWorld,
  submit,
  WATCH,
  writeRow,
} from '../../src/features/conversation/tests/talk-world.ts';
import { onEachEngine } from '../database.ts';
import { idOf, NAMES, NEWEST, openWorld } from '../world.ts';
import { readableAddresses } from './every-route.ts';

const [INCIDENTS, RECORDS] = LEAD;
const SECRET = 'Only one side knows this sentence';
/** Half a minute where nothing else runs. */
const SLOW = { timeout: 600_000 };

const WHO = { person: 'engineer', manager: 'lineManager' } as const;

describe('6. Both views are revealed together', () => {
  onEachEngine((database) => {
    it('no page or data changes for the other side while one writes', async () => {
      const { world, rosa, daniel } = await openTalkWorld(database());
      const talk = await begin(rosa, 'lineManager');
      const addresses = readableAddresses(world.app, {
        id: talk,
        person: idOf('engineer'),
        framework: 'harbour',
        competency: 'incidents',
        place: '1',
      }).filter((address) => address.includes('conversations'));
      const seen = async () => {
        const pages: Record<string, string> = {};
        for (const address of addresses) pages[address] = await (await daniel.get(address)).text();
        return pages;
      };
      const before = await seen();
      expect(Object.keys(before).length).toBeGreaterThan(10);
      await answer(rosa, talk, INCIDENTS, { stance: 'not yet', note: SECRET });
      await answer(rosa, talk, `${INCIDENTS}/p1`, { stance: 'sometimes', note: SECRET });
      await answer(rosa, talk, RECORDS, { note: SECRET.repeat(50) });
      await rosa.post(`/conversations/${talk}/raises`, { expectation: WATCH[0], why: SECRET });
      // Neither what was written nor that, when or how much of it was.
      expect(await seen()).toEqual(before);
    });

    it('no address of the application shows a view to anybody but its author', async () => {
      const { world, rosa, daniel } = await openTalkWorld(database());
      const talk = await begin(rosa, 'lineManager');
      await answer(rosa, talk, INCIDENTS, { stance: 'not yet', note: SECRET });
      await submit(rosa, talk);
      const parts = { id: talk, person: idOf('engineer'), framework: 'harbour', level: 'lead', place: '1' };
      const addresses = [...readableAddresses(world.app, parts), `/search?q=${encodeURIComponent(SECRET)}`];
      const leaks: string[] = [];
      for (const visitor of [daniel, await world.as('deputy'), await world.as('head'), world.visitor]) {
        for (const address of addresses) {
          const text = await (await visitor.get(address)).text();
          if (text.includes(SECRET)) leaks.push(address);
        }
      }
      // The search page repeats what was asked for, and finds nothing.
      expect(leaks.filter((address) => !address.startsWith('/search?'))).toEqual([]);
    });

    it('no mail, event or error says more than that a side has submitted', async () => {
      const { rosa, daniel } = await openTalkWorld(database());
      const talk = await begin(rosa, 'lineManager');
      const { owner } = database();
      const count = async () => (await owner.selectFrom('event').select('id').execute()).length;
      const events = await count();
      await answer(rosa, talk, INCIDENTS, { stance: 'not yet', note: SECRET });
      await rosa.post(`/conversations/${talk}/raises`, { expectation: WATCH[0], why: SECRET });
      expect(await count()).toBe(events);
      await submit(rosa, talk);
      const refused = await daniel.api('PUT', `/api/conversations/${talk}/answers/${INCIDENTS}`, {});
      expect(await refused.text()).not.toContain(SECRET);
      const written = JSON.stringify([
        await mailsIn(database()),
        await owner.selectFrom('event').selectAll().execute(),
      ]);
      expect(written).not.toContain(SECRET);
      expect(written).not.toContain('not yet"');
    });

    it('not by SQL as the role of requests, whoever of the cast looks, nor as the other roles', async () => {
      const { rosa } = await openTalkWorld(database());
      await noteEvidence(database(), { text: SECRET, expectation: INCIDENTS, shared: true });
      const talk = await begin(rosa, 'lineManager');
      await answer(rosa, talk, INCIDENTS, { stance: 'not yet', note: SECRET });
      await rosa.post(`/conversations/${talk}/raises`, { expectation: WATCH[0], why: SECRET });
      await submit(rosa, talk);
      const tables = ['view_answer', 'view_raise', 'conversation_evidence'] as const;
      for (const name of NAMES) {
        const found = await asViewer(database().db, idOf(name), async (db) => {
          const rows = [];
          for (const table of tables) rows.push(...(await db.selectFrom(table).selectAll().execute()));
          return rows.length;
        });
        expect([name, found]).toEqual([name, name === 'engineer' ? 3 : 0]);
      }
      for (const role of ['auth', 'job'] as const) {
        for (const table of tables) {
          await expect(database()[role].selectFrom(table).selectAll().execute()).rejects.toThrow(
            /permission/,
          );
        }
      }
    });

    it('not by SQL either way round: having submitted opens nothing', async () => {
      const { rosa, daniel } = await openTalkWorld(database());
      for (const [first, name] of [
        [rosa, 'engineer'],
        [daniel, 'lineManager'],
      ] as const) {
        const talk = await begin(rosa, 'lineManager');
        for (const side of [rosa, daniel]) await answer(side, talk, INCIDENTS, { note: SECRET });
        await submit(first, talk);
        for (const looker of ['engineer', 'lineManager', 'deputy'] as const) {
          const found = await asViewer(database().db, idOf(looker), (db) =>
            db.selectFrom('view_answer').select('side').where('conversation_id', '=', talk).execute(),
          );
          const own = { engineer: ['person'], lineManager: ['manager'], deputy: [] }[looker];
          expect([name, looker, found.map(({ side }) => side)]).toEqual([name, looker, own]);
        }
        await rosa.post(`/conversations/${talk}/ends`);
      }
    });

    it('hides what was agreed earlier from a manager until their new view is in', async () => {
      const people = await openTalkWorld(database());
      const { rosa, daniel } = people;
      const earlier = await begin(rosa, 'lineManager');
      for (const side of [rosa, daniel]) await submit(side, earlier);
      await writeRow(rosa, earlier, INCIDENTS, { outcome: 'sometimes', sentence: SECRET });
      await agree(people, earlier);
      const seen = async (who: typeof rosa) =>
        (await (await who.get(`/conversations/${earlier}/record`)).text()).includes(SECRET);
      expect(await seen(daniel)).toBe(true);
      const talk = await begin(rosa, 'lineManager');
      const found = await asViewer(database().db, idOf('lineManager'), async (db) => [
        ...(await db.selectFrom('agreed_record').select('digest').execute()),
        ...(await db.selectFrom('agreed_row').select('outcome').execute()),
        ...(await db.selectFrom('view_answer').select('side').execute()),
      ]);
      expect(found).toEqual([]);
      expect([await seen(daniel), await seen(rosa)]).toEqual([false, true]);
      await submit(daniel, talk);
      expect(await seen(daniel)).toBe(true);
    });

    it('nobody reveals early or for the other by SQL', async () => {
      const { rosa } = await openTalkWorld(database());
      const talk = await begin(rosa, 'lineManager');
      await submit(rosa, talk);
      const now = new Date();
      for (const name of ['engineer', 'lineManager', 'deputy', 'head'] as const) {
        const attempts: ((db: Transaction<Schema>) => Promise<unknown>)[] = [
          (db) => db.insertInto('reveal').values({ conversation_id: talk, revealed_at: now }).execute(),
          (db) =>
            db
              .insertInto('view_submission')
              .values({
                conversation_id: talk,
                side: name === 'engineer' ? 'manager' : 'person',
                submitted_at: now,
                taken_back_at: null,
              })
              .execute(),
          (db) => sql`select end_conversations(array[${talk}]::uuid[], 'somebody left', ${now})`.execute(db),
          (db) => sql`select * from ends_to_tell(${now})`.execute(db),
        ];
        for (const attempt of attempts) {
          await expect(asViewer(database().db, idOf(name), attempt)).rejects.toThrow();
        }
      }
    });

    it('holds through 1,000 random interleavings of what two people do', SLOW, async () => {
      await openWorld(database());
      const acts = fc.array(
        fc.record({
          side: fc.constantFrom(...SIDES),
          does: fc.constantFrom('answer', 'answer', 'submit', 'submit', 'submit', 'take back', 'end'),
        }),
        { minLength: 2, maxLength: 5 },
      );
      const reached = { revealed: 0, ended: 0 };
      await fc.assert(
        fc.asyncProperty(acts, async (sequence) => {
          const { state } = await play(database().db, sequence as Act[]);
          if (state.revealedAt !== undefined) reached.revealed += 1;
          if (state.ended !== undefined) reached.ended += 1;
        }),
        { numRuns: 1000 },
      );
      // It has met what it is about.
      expect(reached.revealed).toBeGreaterThan(50);
      expect(reached.ended).toBeGreaterThan(50);
    });

    it('happens once, whoever is quicker', async () => {
      const { world, rosa, daniel } = await openTalkWorld(database());
      for (let round = 0; round < 12; round += 1) {
        const talk = await begin(rosa, 'lineManager');
        const post = (who: typeof rosa, what: string) => who.post(`/conversations/${talk}/${what}`);
        await Promise.all([
          post(rosa, 'submissions'),
          post(daniel, 'submissions'),
          answer(rosa, talk, INCIDENTS, { note: 'At the last moment' }),
          post(round % 2 === 0 ? rosa : daniel, 'withdrawals'),
        ]);
        await post(rosa, 'submissions');
        await post(daniel, 'submissions');
        const { owner } = database();
        const open = await owner
          .selectFrom('view_submission')
          .select('side')
          .where('conversation_id', '=', talk)
          .where('taken_back_at', 'is', null)
          .execute();
        expect(open.map(({ side }) => side).toSorted()).toEqual(['manager', 'person']);
        const reveals = await owner
          .selectFrom('reveal')
          .where('conversation_id', '=', talk)
          .selectAll()
          .execute();
        expect(reveals).toHaveLength(1);
        await rosa.post(`/conversations/${talk}/ends`);
      }
      expect(world).toBeDefined();
    });
  });
});

interface Act {
  side: Side;
  does: 'answer' | 'submit' | 'take back' | 'end';
}

/** Does what two people do at the real tables, one transaction for all of it, and beside it what the domain says. */
async function play(db: Kysely<Schema>, acts: readonly Act[]): Promise<{ state: ConversationState }> {
  const undone = new Error('undone');
  let state: ConversationState = { submitted: {}, edition: 1, signed: {} };
  const working = asViewer(db, idOf('engineer'), async (transaction) => {
    const talk = await insertTalk(transaction);
    let clock = Date.parse('2026-11-26T10:00:00Z');
    for (const act of acts) {
      clock += 1000;
      state = await step(transaction, talk, act, state, new Date(clock));
    }
    throw undone;
  });
  await working.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return { state };
}

async function insertTalk(db: Transaction<Schema>): Promise<string> {
  const id = newId();
  const now = new Date('2026-11-26T10:00:00Z');
  await db
    .insertInto('conversation')
    .values({
      id,
      person_id: idOf('engineer'),
      manager_id: idOf('lineManager'),
      in_place_of: null,
      started_by: idOf('engineer'),
      started_at: now,
      framework_id: 'harbour',
      release_version: NEWEST,
      level_id: 'lead',
      touched_at: now,
    })
    .execute();
  await db
    .insertInto('conversation_row')
    .values({ conversation_id: id, expectation_id: INCIDENTS, place: 1 })
    .execute();
  return id;
}

async function step(
  db: Transaction<Schema>,
  id: string,
  { side, does }: Act,
  before: ConversationState,
  now: Date,
): Promise<ConversationState> {
  const person = idOf(WHO[side]);
  await look(db, person);
  const talk = await lockTalk(db, id);
  if (talk === undefined) throw new Error('the conversation is not there for its own side');
  const by = { person, name: side, now, baseUrl: 'http://cairn.test' };
  const at = now.toISOString();
  const [refusal, real, after] = {
    answer: [
      refuseAnswer(before, side),
      () =>
        saveAnswer(db, by, talk, side, {
          expectation: INCIDENTS,
          point: '',
          was: { stance: '', note: '' },
          mine: { stance: 'sometimes', note: side },
          version: 0,
        }),
      before,
    ] as const,
    submit: [
      refuseSubmit(before, side),
      () => submitView(db, by, talk, side, { share: [], expectations: [INCIDENTS] }),
      {
        ...before,
        submitted: { ...before.submitted, [side]: at },
        ...(revealsWith(before, side) ? { revealedAt: at } : {}),
      },
    ] as const,
    'take back': [
      refuseTakeBack(before, side),
      () => takeBackView(db, by, talk, side),
      { ...before, submitted: { ...before.submitted, [side]: undefined } },
    ] as const,
    end: [
      refuseEnd(before),
      () => endTalk(db, by, talk),
      { ...before, ended: { at, reason: 'ended by one side' } },
    ] as const,
  }[does];
  const refused = await refusalOf(real);
  expect([side, does, refused]).toEqual([side, does, refusal]);
  const state = (refusal === undefined ? after : before) as ConversationState;
  await expectToSee(db, id, side, state);
  return state;
}

/** The reason for which something did not happen. Whatever else goes wrong fails the test. */
async function refusalOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof CairnError && error.code === 'refused') return error.message;
    throw error;
  }
}

/** The other side sees what this one wrote only once both views are revealed, and where it stands as the domain says. */
async function expectToSee(
  db: Transaction<Schema>,
  id: string,
  acting: Side,
  state: ConversationState,
): Promise<void> {
  await look(db, idOf(WHO[otherSide(acting)]));
  const { rows } = await sql<{ theirs: number; revealed: boolean; submitted: string[] }>`
    select
      (select count(*) from view_answer where conversation_id = ${id} and side = ${acting}) as theirs,
      exists (select from reveal where conversation_id = ${id}) as revealed,
      array(
        select side from view_submission where conversation_id = ${id} and taken_back_at is null order by side
      ) as submitted
  `.execute(db);
  const revealed = state.revealedAt !== undefined;
  const submitted = SIDES.filter((one) => state.submitted[one] !== undefined).toSorted();
  expect(rows[0]).toMatchObject({ revealed, submitted });
  if (!revealed) expect(rows[0]?.theirs).toBe(0);
}

async function look(db: Transaction<Schema>, person: string): Promise<void> {
  await sql`select set_config('cairn.viewer', ${person}, true)`.execute(db);
}
