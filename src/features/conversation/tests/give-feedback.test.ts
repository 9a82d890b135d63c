import type { Insertable } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { NAMES, type Name, type Visitor } from '../../../../test/world.ts';
import type { Schema } from '../../../db/schema.ts';
import { asViewer } from '../../../db/viewer.ts';
import { asked, SEEN, say } from './feedback-world.ts';
import {
  agree,
  begin,
  day,
  idOf,
  LEAD,
  mailsIn,
  openTalkWorld,
  reveal,
  submit,
  type TalkWorld,
  textOf,
  writeRow,
} from './talk-world.ts';

const [INCIDENTS] = LEAD;

onEachEngine((database) => {
  let people: TalkWorld;
  let talk: string;
  let amir: Visitor;
  beforeEach(async () => {
    people = await openTalkWorld(database());
    talk = await begin(people.rosa, 'lineManager');
    amir = await people.world.as('colleague');
  });

  /** Who of the cast reads what the colleague wrote, by SQL as requests ask. */
  async function readersBySql(): Promise<Name[]> {
    const found: Name[] = [];
    for (const name of NAMES) {
      const rows = await asViewer(database().db, idOf(name), (db) =>
        db.selectFrom('feedback').select('text').execute(),
      );
      if (rows.some(({ text }) => text === SEEN)) found.push(name);
    }
    return found;
  }

  /** Who of the cast reads it at any address about the conversation. */
  async function readersByPage(): Promise<Name[]> {
    const paths = people.world.app.routes
      .filter(({ method, path }) => method === 'GET' && /conversations\/:id/.test(path))
      .map(({ path }) => path.replace(':id', talk).replace(/:\w+(\{[^}]*\})?/g, INCIDENTS));
    const found: Name[] = [];
    for (const name of NAMES) {
      const visitor = await people.world.as(name);
      const texts = await Promise.all(
        [...new Set([...paths, '/feedback', '/conversations'])].map(async (path) =>
          (await visitor.get(path)).text(),
        ),
      );
      if (texts.some((text) => text.includes(SEEN))) found.push(name);
    }
    return found;
  }

  describe('the form', () => {
    it('is found by whoever was asked, with the wording, and by nobody else', async () => {
      const { page, link } = await asked(database(), people.rosa, talk, 'colleague', {
        question: 'You were there',
      });
      expect(await amir.html('/feedback')).toContain(`href="${page}"`);
      for (const address of [page, link]) {
        expect(textOf(await amir.html(address))).toMatch(/work of Rosa .*You were there.*What did you see\?/);
      }
      for (const name of NAMES.filter((name) => name !== 'colleague')) {
        const other = await people.world.as(name);
        expect([name, (await other.get(page)).status]).toEqual([name, 404]);
        expect([name, (await other.post(`${page}/answer`, { checked: 'yes' })).status]).toEqual([name, 404]);
        expect([name, (await other.get(link)).status]).toEqual([name, 403]);
      }
      expect((await people.world.visitor.get('/feedback/by-mail/nothing')).status).toBe(404);
    });

    it('keeps what was written where an expectation has no answer or two', async () => {
      const { page } = await asked(database(), people.rosa, talk);
      const none = await amir.post(`${page}/answer`, { 'said-1': SEEN });
      expect(none.status).toBe(422);
      const text = await none.text();
      expect(text).toContain(SEEN);
      expect(text).toContain('Write what you saw, or say that you have not seen this');
      const both = await amir.post(`${page}/answer`, {
        'said-1': SEEN,
        'unseen-1': 'yes',
        'unseen-2': 'yes',
      });
      expect(await both.text()).toContain('take the mark away, or empty the text');
    });

    it('is looked at before it is sent, and can be changed', async () => {
      const { page } = await asked(database(), people.rosa, talk);
      const fields = { 'said-1': SEEN, 'unseen-2': 'yes' };
      expect(textOf(await (await amir.post(`${page}/answer`, fields)).text())).toMatch(
        /Check your answer.*She wrote.*I have not seen this.*Send it/,
      );
      expect(await (await amir.post(`${page}/answer`, { ...fields, checked: 'change' })).text()).toContain(
        'said-1',
      );
      expect((await say(amir, page)).status).toBe(303);
      expect(textOf(await amir.html(page))).toMatch(/Thank you.*She wrote.*I have not seen this/);
    });

    it('is answered by the link alone, once, and whoever asked is told', async () => {
      const { link } = await asked(database(), people.daniel, talk);
      const { visitor } = people.world;
      expect((await say(visitor, link)).status).toBe(303);
      expect(textOf(await visitor.html(link))).toContain('Thank you');
      await visitor.post(`${link}/answer`, { 'said-1': 'Something else', 'unseen-2': 'yes', checked: 'yes' });
      expect(await database().owner.selectFrom('feedback').select('text').execute()).toHaveLength(2);
      const mail = (await mailsIn(database())).find(({ kind }) => kind === 'feedback answered');
      expect(mail).toMatchObject({ person_id: idOf('lineManager') });
      expect(mail?.body).not.toContain(SEEN);
    });

    it('is not shown again by the link once the end date is past, for others may find the mail', async () => {
      const { id, page, link } = await asked(database(), people.rosa, talk);
      await say(amir, page);
      const { visitor } = people.world;
      expect(await visitor.html(link)).toContain(SEEN);
      const past = { until: day(-1) };
      await database().owner.updateTable('feedback_request').set(past).where('id', '=', id).execute();
      expect(await visitor.html(link)).not.toContain(SEEN);
      expect(await amir.html(page)).toContain(SEEN);
    });

    it('is declined with a sentence, which both sides read at once, or without one', async () => {
      const { page } = await asked(database(), people.rosa, talk);
      expect(textOf(await amir.html(`${page}/decline`))).toContain('You need not say why');
      expect((await amir.post(`${page}/decline`, { because: 'I joined in May' })).status).toBe(303);
      expect(textOf(await amir.html(page))).toContain('You declined');
      for (const side of [people.rosa, people.daniel]) {
        expect(textOf(await side.html(`/conversations/${talk}`))).toContain('“ I joined in May ”');
      }
      const { link } = await asked(database(), people.rosa, talk, 'steward');
      const { visitor } = people.world;
      const token = /name="token" value="([^"]*)"/.exec(await visitor.html(`${link}/decline`))?.[1] ?? '';
      expect((await visitor.post(`${link}/decline`, { because: '', token })).status).toBe(303);
    });

    it('closes at the end date, by page and by SQL, and with the conversation', async () => {
      const { id, page } = await asked(database(), people.rosa, talk);
      const past = { until: day(-1) };
      await database().owner.updateTable('feedback_request').set(past).where('id', '=', id).execute();
      expect(textOf(await amir.html(page))).toContain('is over');
      expect(
        (await amir.post(`${page}/answer`, { 'said-1': SEEN, 'unseen-2': 'yes', checked: 'yes' })).status,
      ).toBe(200);
      const answered = asViewer(database().db, idOf('colleague'), (db) =>
        db.updateTable('feedback_request').set({ answered_at: new Date() }).where('id', '=', id).execute(),
      );
      await expect(answered).rejects.toThrow(/may not change this/);
      const later = { until: day(5) };
      await database().owner.updateTable('feedback_request').set(later).where('id', '=', id).execute();
      await people.rosa.post(`/conversations/${talk}/ends`);
      expect(textOf(await amir.html(page))).toContain('is over');
    });
  });

  describe('what was said', () => {
    it('is its author’s before the reveal, and both sides’ after it', async () => {
      const { page } = await asked(database(), people.rosa, talk);
      await say(amir, page);
      expect(await readersBySql()).toEqual(['colleague']);
      expect(await readersByPage()).toEqual([]);
      await submit(people.rosa, talk);
      expect(await readersBySql()).toEqual(['colleague']);
      expect(await readersByPage()).toEqual([]);
      await submit(people.daniel, talk);
      expect(new Set(await readersBySql())).toEqual(
        new Set(['engineer', 'colleague', 'lineManager', 'deputy']),
      );
      expect(new Set(await readersByPage())).toEqual(new Set(['engineer', 'lineManager', 'deputy']));
      expect(textOf(await people.daniel.html(`/conversations/${talk}/talk`))).toMatch(
        /Feedback of 1 colleague.*Amir .* saw:.*She wrote the updates.*has not seen this/,
      );
    });

    it('moves a talk that is open, and nothing before the reveal', async () => {
      const { page } = await asked(database(), people.rosa, talk);
      const late = await asked(database(), people.rosa, talk, 'steward');
      const etag = async (path: string) => (await people.rosa.get(`/api${path}`)).headers.get('etag') ?? '';
      const before = await etag(`/conversations/${talk}`);
      await say(amir, page);
      expect(await etag(`/conversations/${talk}`)).toBe(before);
      await reveal(people, talk);
      expect(await people.rosa.html(`/conversations/${talk}/talk`)).toContain('data-feedback="2"');
      const seen = { 'if-none-match': await etag(`/conversations/${talk}/rows`) };
      expect((await people.rosa.get(`/api/conversations/${talk}/rows`, seen)).status).toBe(304);
      await say(await people.world.as('steward'), late.page);
      const answer = await people.rosa.get(`/api/conversations/${talk}/rows`, seen);
      expect(answer.status).toBe(200);
      const feedback = ['Amir Haddad', 'Amir Haddad', 'Mei Tanaka', 'Mei Tanaka'];
      expect(await answer.json()).toMatchObject({ feedback });
    });

    it('stays with its author alone where the conversation ends before', async () => {
      const { page } = await asked(database(), people.rosa, talk);
      await say(amir, page);
      await people.daniel.post(`/conversations/${talk}/ends`);
      expect(await readersBySql()).toEqual(['colleague']);
      expect(await readersByPage()).toEqual([]);
      expect(textOf(await amir.html(page))).toContain('She wrote the updates');
    });

    it('is in the pack, and is kept in the record with the name of whoever said it', async () => {
      const { page } = await asked(database(), people.rosa, talk);
      await say(amir, page);
      await reveal(people, talk);
      expect(textOf(await people.rosa.html(`/conversations/${talk}/pack`))).toMatch(/Amir .*: “ She wrote/);
      await writeRow(people.rosa, talk, INCIDENTS, { outcome: 'consistently' });
      await agree(people, talk);
      await database().owner.updateTable('feedback').set({ text: 'Something else' }).execute();
      for (const ending of ['', '.md', '.json']) {
        const kept = await people.daniel.html(`/conversations/${talk}/record${ending}`);
        expect(kept).toContain('She wrote the updates');
        expect(kept).toMatch(/Amir/);
      }
    });

    it('is not said by anybody for somebody else, nor of what was not asked', async () => {
      const { id } = await asked(database(), people.rosa, talk);
      const row = { request_id: id, expectation_id: INCIDENTS, person_id: idOf('engineer'), text: SEEN };
      const insert = (as: Name, values: Insertable<Schema['feedback']>) =>
        asViewer(database().db, idOf(as), (db) => db.insertInto('feedback').values(values).execute());
      await expect(insert('engineer', row)).rejects.toThrow(/may not change this/);
      await expect(insert('colleague', { ...row, expectation_id: LEAD[2] })).rejects.toThrow(
        /may not change this/,
      );
      await expect(insert('colleague', { ...row, person_id: idOf('stranger') })).rejects.toThrow(
        /may not change this/,
      );
    });
  });
});
