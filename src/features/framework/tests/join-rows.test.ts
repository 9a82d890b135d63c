import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import type { Executor } from '../../../db/schema.ts';
import { withConfirmations } from '../../../domain/rows.ts';
import { confirmRows, refuseRows } from '../actions/decide-rows.ts';
import { findFramework } from '../queries.ts';
import { pairsProposed } from '../steward/pairs.ts';
import { importAt, LATER, LEGACY_PAGES, NOW } from './documents.ts';
import { textOf } from './site.ts';
import { openApp, openedBySteward } from './steward-desk.ts';

const ID = 'port-services-legacy';

async function draftIn(db: Executor) {
  const stored = await findFramework(db, ID);
  if (stored === undefined) throw new Error('the framework is not there');
  const pairs = pairsProposed(withConfirmations(stored.draft));
  return { ...stored, pairs, confirmed: stored.draft.confirmed };
}

async function firstPair(db: Executor) {
  const [pair] = (await draftIn(db)).pairs;
  if (pair === undefined) throw new Error('nothing is proposed');
  return { competency: pair.competency, other: pair.other };
}

async function atDesk(db: Executor) {
  await importAt(db, LEGACY_PAGES);
  const app = openApp(db);
  return { app, ...(await openedBySteward(db, app, ID)) };
}

onEachEngine((database) => {
  describe('the page of rows', () => {
    it('shows both texts of each proposal, with who has which level', async () => {
      const { steward } = await atDesk(database().db);
      const text = textOf(await (await steward.get('/rows')).text());
      const { pairs, draft } = await draftIn(database().db);
      expect(pairs.length).toBeGreaterThan(2);
      expect(text).toContain(`Proposed (${pairs.length})`);
      for (const { competency, other } of pairs) {
        for (const id of [competency, other]) {
          const cell = draft.expectations.find((expectation) => expectation.competency === id);
          for (const example of cell?.examples ?? ['no such cell']) expect(text).toContain(example);
        }
      }
      for (const { name } of draft.levels) expect(text).toContain(name);
    });

    it('joins two rows, says who did so and when, and shows the draft with them at once', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const before = await draftIn(db);
      const pair = await firstPair(db);
      const answer = await steward.decide('/rows', 'confirmations', { ...pair, why: ' One duty ' });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(`/frameworks/${ID}@draft/rows?done=joined`);
      const { confirmed, pairs } = await draftIn(db);
      expect(confirmed.rows).toEqual([
        {
          competency: pair.competency,
          joins: [pair.other],
          by: 'Working group',
          on: '2026-11-22',
          why: 'One duty',
        },
      ]);
      expect(pairs).toHaveLength(before.pairs.length - 1);
      const draft = await (await steward.get('')).text();
      expect(draft).toContain(`${pairs.length} pair`);
    });

    it('records the decision as an event that names nobody', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      await steward.decide('/rows', 'confirmations', await firstPair(db));
      const events = await db.selectFrom('event').selectAll().where('verb', '=', 'rows.confirmed').execute();
      expect(events).toMatchObject([{ subject: ID, actor: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
    });

    it('keeps a refusal and proposes the two no more, until it is taken back', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const pair = await firstPair(db);
      await steward.decide('/rows', 'refusals', { ...pair, why: '' });
      const { confirmed, pairs } = await draftIn(db);
      expect(confirmed.refused).toEqual([
        { competency: pair.competency, differsFrom: pair.other, by: 'Working group', on: '2026-11-22' },
      ]);
      expect(pairs).not.toContainEqual(expect.objectContaining(pair));
      await steward.decide('/rows', 'withdrawals', pair);
      const after = await draftIn(db);
      expect(after.confirmed).not.toHaveProperty('refused');
      expect(after.pairs[0]).toMatchObject(pair);
    });

    it('takes a confirmation back', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const before = (await draftIn(db)).draft;
      const { competency, other } = await firstPair(db);
      await steward.decide('/rows', 'confirmations', { competency, other });
      await steward.decide('/rows', 'withdrawals', { competency, joins: JSON.stringify([other]) });
      expect((await draftIn(db)).draft).toEqual(before);
    });

    it('shows two rows that somebody chose, and drops the refusal of two that are joined after all', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const { competency, other } = await firstPair(db);
      await steward.decide('/rows', 'refusals', { competency, other });
      const chosen = await (await steward.get(`/rows?one=${other}&two=${competency}`)).text();
      expect(textOf(chosen)).toContain('Chosen by you');
      await steward.decide('/rows', 'confirmations', { competency, other });
      const { confirmed } = await draftIn(db);
      expect(confirmed.rows).toMatchObject([{ competency, joins: [other] }]);
      expect(confirmed).not.toHaveProperty('refused');
    });

    it.each([
      ['the same row twice', (id: string) => `one=${id}&two=${id}`, 'Choose a row other than the first'],
      ['one row only', (id: string) => `one=${id}&two=`, 'Choose another row'],
      ['rows that are not there', () => 'one=a&two=b', 'Choose one row'],
    ])('says what to do about %s', async (_, query, problem) => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const answer = await steward.get(`/rows?${query((await firstPair(db)).competency)}`);
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(textOf(html)).toContain(`There is a problem${problem}`);
      expect(html).toMatch(/<title>Error: /);
      expect(html).toMatch(/<select id="_(one|two)"[^>]*aria-invalid="true"/);
    });
  });

  describe('a decision on a draft that changed meanwhile', () => {
    it('is not taken, says so, and keeps what was typed', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const bond = await steward.bond('/rows');
      const [first, second] = (await draftIn(db)).pairs;
      if (first === undefined || second === undefined) throw new Error('too little is proposed');
      await steward.decide('/rows', 'refusals', { competency: first.competency, other: first.other });
      const late = { competency: second.competency, other: second.other, why: 'A long thought' };
      const answer = await steward.send('/rows/confirmations', { ...bond, ...late });
      expect(answer.status).toBe(409);
      const html = await answer.text();
      expect(textOf(html)).toContain('Somebody changed the draft after you opened this page');
      expect(textOf(html)).toContain('Chosen by you');
      expect(html).toContain('value="A long thought"');
      expect((await draftIn(db)).confirmed.rows).toEqual([]);
      // The page that came back is up to date: the same form sent once more is taken.
      const draft = /name="draft" value="([^"]*)"/.exec(html)?.[1] ?? '';
      expect((await steward.send('/rows/confirmations', { ...bond, ...late, draft })).status).toBe(303);
    });

    it('is taken once where the form was sent twice', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const form = { ...(await steward.bond('/rows')), ...(await firstPair(db)) };
      const answers = [
        await steward.send('/rows/confirmations', form),
        await steward.send('/rows/confirmations', form),
      ];
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      expect((await draftIn(db)).confirmed.rows).toHaveLength(1);
    });

    it('is taken for one of two people who decide at the same moment', async () => {
      const { db } = database();
      await atDesk(db);
      const { pairs, draftedAt } = await draftIn(db);
      const change = { steward: { id: 'k', framework: ID, name: 'A' }, seen: draftedAt, now: LATER };
      const outcomes = await Promise.all(pairs.map((pair) => confirmRows(db, change, pair)));
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(pairs.length - 1);
      expect((await draftIn(db)).confirmed.rows).toHaveLength(1);
    });

    it('is told from the state before even where both happened in one millisecond', async () => {
      const { db } = database();
      await atDesk(db);
      const { pairs, draftedAt } = await draftIn(db);
      const change = { steward: { id: 'k', framework: ID, name: 'A' }, seen: draftedAt, now: NOW };
      const [one, two] = pairs;
      if (one === undefined || two === undefined) throw new Error('too little is proposed');
      expect(await confirmRows(db, change, one)).toBe('saved');
      expect(await confirmRows(db, change, two)).toBe('stale');
    });
  });

  describe('what cannot be', () => {
    it('is refused with a reason: rows that are not there, and a refusal of what is joined', async () => {
      const { db } = database();
      await atDesk(db);
      const pair = await firstPair(db);
      const now = async () => {
        const { draftedAt } = await draftIn(db);
        return { steward: { id: 'k', framework: ID, name: 'A' }, seen: draftedAt, now: NOW };
      };
      await expect(confirmRows(db, await now(), { ...pair, other: 'nowhere' })).rejects.toThrow(
        /no row “nowhere”/,
      );
      await expect(confirmRows(db, await now(), { ...pair, other: pair.competency })).rejects.toThrow(
        /twice/,
      );
      await confirmRows(db, await now(), pair);
      await expect(refuseRows(db, await now(), pair)).rejects.toThrow(/joined already/);
    });
  });
});
