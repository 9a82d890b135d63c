import { describe, expect, it } from 'vitest';
import { onEmbedded } from '../../../../test/database.ts';
import type { Executor } from '../../../db/schema.ts';
import { createStewardKey, heldStewardKeys } from '../actions/steward-key.ts';
import { findFramework } from '../queries.ts';
import { fixture, importAt, LEGACY_PAGES, NOW } from './documents.ts';
import { textOf } from './site.ts';
import { openApp, openedBySteward, visitor } from './steward-desk.ts';

const ID = 'port-services-legacy';
const PAGES = ['/rows', '/policy', '/findings'];
const FORMS = [
  '/rows/confirmations',
  '/rows/refusals',
  '/rows/withdrawals',
  '/policy/confirmations',
  '/policy/scale',
  '/policy/withdrawals',
  '/findings/acceptances',
  '/findings/withdrawals',
];

async function withFramework(db: Executor) {
  await importAt(db, LEGACY_PAGES);
  return openApp(db);
}

async function isUntouched(db: Executor): Promise<boolean> {
  const draft = (await findFramework(db, ID))?.draft;
  const events = await db.selectFrom('event').select('verb').execute();
  const decided = events.filter(({ verb }) => /^(rows|policy|scale|finding)\./.test(verb));
  return decided.length === 0 && draft?.accepted.length === 0 && draft.confirmed.rows.length === 0;
}

onEmbedded((database) => {
  describe("a steward's link", () => {
    it('is put into a cookie that no script reads, and leaves the address', async () => {
      const { db } = database();
      const { opened } = await openedBySteward(db, await withFramework(db), ID);
      expect(opened.status).toBe(302);
      expect(opened.headers.get('location')).toBe(`/frameworks/${ID}@draft`);
      expect(opened.headers.get('cache-control')).toBe('private, no-store');
      expect(opened.headers.get('set-cookie')).toMatch(
        /^cairn_steward=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/,
      );
    });

    it('is stored as a digest only', async () => {
      const { db } = database();
      const { key } = await openedBySteward(db, await withFramework(db), ID);
      const rows = await db.selectFrom('steward_key').selectAll().execute();
      expect(rows).toMatchObject([{ framework_id: ID, name: 'Working group' }]);
      expect(JSON.stringify(rows)).not.toContain(key);
    });

    it('ends after 30 days, and a made-up one leads to a page that helps', async () => {
      const { db } = database();
      await withFramework(db);
      const { key, expires } = await createStewardKey(db, { framework: ID, name: 'A', by: 'test', now: NOW });
      expect(expires.toISOString()).toBe('2026-12-22T09:00:00.000Z');
      expect(await heldStewardKeys(db, [key], new Date('2026-12-22T08:59:59Z'))).toHaveLength(1);
      for (const [now, secret] of [
        [expires, key],
        [NOW, 'made-up-made-up-made-up'],
      ] as const) {
        const answer = await openApp(db, () => now).request(`http://cairn.test/steward/${secret}`);
        expect(answer.status).toBe(404);
        expect(answer.headers.get('set-cookie')).toBeNull();
        expect(textOf(await answer.text())).toContain('bin/cairn steward');
      }
    });

    it('asks for a framework that is there and a name to stand beside decisions', async () => {
      const { db } = database();
      await withFramework(db);
      const make = (framework: string, name: string) =>
        createStewardKey(db, { framework, name, by: 'test', now: NOW });
      await expect(make('nowhere', 'A')).rejects.toThrow(/no framework "nowhere"/);
      await expect(make(ID, '  ')).rejects.toThrow(/--name must say/);
      await expect(make(ID, 'x'.repeat(101))).rejects.toThrow(/--name must say/);
    });

    it('shows the draft of its framework and of no other', async () => {
      const { db } = database();
      const app = await withFramework(db);
      await importAt(db, [fixture('page-text', 'newer.txt')], { ids: ['another'] });
      const { steward, opened } = await openedBySteward(db, app, ID);
      const own = await (await steward.get('')).text();
      expect(textOf(own)).toContain('For stewards');
      const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const elsewhere = visitor(app, '/frameworks/another@draft', { cookie });
      for (const path of ['', ...PAGES]) expect((await elsewhere.get(path)).status).toBe(404);
      const list = await (await app.request('http://cairn.test/frameworks', { headers: { cookie } })).text();
      expect(list).toContain(`/frameworks/${ID}`);
      expect(list).not.toContain('another');
    });

    it('adds to the links that the browser holds already', async () => {
      const { db } = database();
      const app = await withFramework(db);
      await importAt(db, [fixture('page-text', 'newer.txt')], { ids: ['another'] });
      const { opened } = await openedBySteward(db, app, ID);
      const first = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const { key } = await createStewardKey(db, { framework: 'another', name: 'B', by: 'test', now: NOW });
      const second = await app.request(`http://cairn.test/steward/${key}`, { headers: { cookie: first } });
      const cookie = (second.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      for (const id of [ID, 'another']) {
        expect((await visitor(app, `/frameworks/${id}@draft`, { cookie }).get('/rows')).status).toBe(200);
      }
    });
  });

  describe('everybody else', () => {
    it.each(PAGES)('does not find %s', async (page) => {
      const { db } = database();
      const app = await withFramework(db);
      const stranger = visitor(app, `/frameworks/${ID}@draft`, {});
      const answer = await stranger.get(page);
      expect(answer.status).toBe(404);
      const nowhere = await visitor(app, '/frameworks/nowhere@draft', {}).get(page);
      expect(await nowhere.text()).toBe(await answer.text());
    });

    it.each(FORMS)('cannot send a form to %s', async (form) => {
      const { db } = database();
      const app = await withFramework(db);
      const { steward } = await openedBySteward(db, app, ID);
      const bond = await steward.bond('/rows');
      const stranger = visitor(app, `/frameworks/${ID}@draft`, {});
      expect((await stranger.send(form, bond)).status).toBe(404);
      const pretender = visitor(app, `/frameworks/${ID}@draft`, {
        cookie: 'cairn_steward=made-up-made-up-made-up',
      });
      expect((await pretender.send(form, bond)).status).toBe(404);
      expect(await isUntouched(db)).toBe(true);
    });

    it('finds the pages of a draft only: a release is never decided about', async () => {
      const { db } = database();
      const app = await withFramework(db);
      const { opened } = await openedBySteward(db, app, ID);
      const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      for (const named of [ID, `${ID}@1.0.0`]) {
        expect((await visitor(app, `/frameworks/${named}`, { cookie }).get('/rows')).status).toBe(404);
      }
    });
  });

  describe.each(FORMS)('a form to %s', (form) => {
    it('is refused from another site, without its bond, and when it is no form', async () => {
      const { db } = database();
      const app = await withFramework(db);
      const { steward } = await openedBySteward(db, app, ID);
      const bond = await steward.bond('/rows');
      const sent = [
        steward.send(form, bond, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
        steward.send(form, bond, { 'sec-fetch-site': 'same-site' }),
        steward.send(form, bond, {}),
        steward.send(form, { ...bond, token: '' }),
        steward.send(form, { ...bond, token: 'another' }),
        steward.send(form, bond, { origin: 'http://cairn.test', 'content-type': 'application/json' }),
      ];
      expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(sent.map(() => 403));
      expect(await isUntouched(db)).toBe(true);
    });

    it('is refused when it is large', async () => {
      const { db } = database();
      const { steward } = await openedBySteward(db, await withFramework(db), ID);
      const bond = await steward.bond('/rows');
      const answer = await steward.send(form, { ...bond, why: 'x'.repeat(70_000) });
      expect(answer.status).toBe(413);
      expect(await answer.text()).toContain('too large');
      expect(await isUntouched(db)).toBe(true);
    });
  });
});
