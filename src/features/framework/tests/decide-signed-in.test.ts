import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { QUAY } from '../../../../test/sample-framework.ts';
import { ADDRESS, idOf, NAMES, openWorld, type Visitor } from '../../../../test/world.ts';
import { createStewardKey } from '../actions/steward-key.ts';
import { findFramework } from '../queries.ts';
import { textOf } from './site.ts';

const DRAFT = '/frameworks/harbour@draft';
const PAGES = ['rows', 'policy', 'findings'];

/** What a form of the page must carry besides the session's own bond: which state of the draft was seen. */
async function seen(visitor: Visitor, page: string): Promise<string> {
  return (
    /name="draft" value="([^"]*)"/.exec(
      await visitor.html(`${DRAFT}/${page}?one=incidents&two=records`),
    )?.[1] ?? ''
  );
}

const KEEP_APART = { competency: 'incidents', other: 'records', why: 'Two crafts' };

onEachEngine((database) => {
  describe('a steward who is signed in', () => {
    it('reads the draft and the pages of decisions without a link', async () => {
      const mei = await (await openWorld(database())).as('steward');
      const html = await mei.html(DRAFT);
      expect(html).toContain('<strong>Draft:</strong>');
      expect(textOf(html)).toContain('For stewards');
      expect(html).toContain('href="/my-path"');
      for (const page of PAGES) {
        const answer = await mei.get(`${DRAFT}/${page}`);
        expect(answer.status).toBe(200);
        expect(answer.headers.get('cache-control')).toBe('private, no-store');
        expect(textOf(await answer.text())).toContain('You decide as Mei Tanaka');
      }
    });

    it('decides in their own name, which stands beside the decision', async () => {
      const mei = await (await openWorld(database())).as('steward');
      const draft = await seen(mei, 'rows');
      const answer = await mei.post(`${DRAFT}/rows/refusals`, { ...KEEP_APART, draft });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${DRAFT}/rows?done=refused`]);
      const { confirmed } = (await findFramework(database().db, 'harbour'))?.draft ?? {};
      expect(confirmed?.refused).toMatchObject([{ by: 'Mei Tanaka', why: 'Two crafts' }]);
      expect(textOf(await mei.html(`${DRAFT}/rows`))).toContain('Mei Tanaka,');
      const events = await database().owner.selectFrom('event').select(['actor', 'verb']).execute();
      expect(events).toEqual([{ actor: idOf('steward'), verb: 'rows.refused' }]);
    });

    it('is refused without the bond of their session, and from another site', async () => {
      const world = await openWorld(database());
      const mei = await world.as('steward');
      const draft = await seen(mei, 'rows');
      const form = { ...KEEP_APART, draft };
      expect((await mei.post(`${DRAFT}/rows/refusals`, { ...form, token: 'another' })).status).toBe(403);
      const foreign = await mei.post(`${DRAFT}/rows/refusals`, form, { origin: 'https://evil.example' });
      expect(foreign.status).toBe(403);
      expect((await findFramework(database().db, 'harbour'))?.draft.confirmed.refused).toBeUndefined();
    });

    it('reads drafts of other frameworks too, and decides about none of them', async () => {
      const world = await openWorld(database());
      await database()
        .owner.updateTable('stewardship')
        .set({ until: new Date() })
        .where('person_id', '=', idOf('steward'))
        .execute();
      await database().owner.insertInto('framework').values(quay()).execute();
      await database()
        .owner.insertInto('stewardship')
        .values({
          id: idOf('stranger'),
          person_id: idOf('steward'),
          framework_id: 'quay',
          since: new Date(),
          until: null,
        })
        .execute();
      const mei = await world.as('steward');
      const html = await mei.html(`${DRAFT}/levels/watch`);
      expect(html).toContain('<strong>Draft:</strong>');
      expect(textOf(await mei.html(DRAFT))).not.toContain('For stewards');
      for (const page of PAGES) expect((await mei.get(`${DRAFT}/${page}`)).status).toBe(404);
      expect((await mei.post(`${DRAFT}/rows/refusals`, KEEP_APART)).status).toBe(404);
    });

    it('still decides by a link where they are no steward', async () => {
      const world = await openWorld(database());
      const request = { framework: 'harbour', name: 'Working group', by: 'test', now: new Date() };
      const { key } = await createStewardKey(database().db, request);
      const rosa = await world.as('engineer');
      const opened = await world.app.request(`${ADDRESS}/steward/${key}`);
      const link = (opened.headers.get('set-cookie') ?? '').split(';')[0];
      const cookie = `${rosa.cookie}; ${link}`;
      const page = await rosa.get(`${DRAFT}/rows`, { cookie });
      expect(textOf(await page.text())).toContain('You decide as Working group');
    });
  });

  describe('everybody else who is signed in', () => {
    it('finds neither the draft nor the pages of decisions', async () => {
      const world = await openWorld(database());
      for (const name of NAMES.filter((other) => other !== 'steward')) {
        const visitor = await world.as(name);
        for (const path of [DRAFT, `${DRAFT}/levels/watch`, ...PAGES.map((page) => `${DRAFT}/${page}`)])
          expect([name, path, (await visitor.get(path)).status]).toEqual([name, path, 404]);
        expect((await visitor.post(`${DRAFT}/rows/refusals`, KEEP_APART)).status).toBe(404);
      }
    });
  });
});

function quay() {
  const created = new Date('2025-01-06T09:00:00Z');
  return {
    id: 'quay',
    source_key: 'quay',
    draft: JSON.stringify(QUAY),
    read_findings: '[]',
    drafted_at: created,
    created_at: created,
  };
}
