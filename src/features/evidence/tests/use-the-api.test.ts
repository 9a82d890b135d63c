import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { ADDRESS, idOf, NEWEST, openWorld, type Visitor, type World } from '../../../../test/world.ts';
import { asViewer } from '../../../db/viewer.ts';
import { createPersonalToken } from '../../accounts/personal-tokens.ts';
import type { EvidenceAsData } from '../api/schemas.ts';
import * as schemas from '../api/schemas.ts';
import { eventsAbout, NOT_READERS, noted, OTHERS } from './evidence-world.ts';

const PATHS = ['', '/ties', '/shares'];

onEachEngine((database) => {
  let world: World;
  let rosa: Visitor;
  beforeEach(async () => {
    world = await openWorld(database());
    rosa = await world.as('engineer');
  });

  const ask = async (method: string, path: string, body?: unknown, by = rosa) => {
    const answer = await by.api(method, path, body);
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      data: (await answer.json()) as never,
    };
  };
  const note = async (body: object) => {
    const { status, data } = await ask('POST', '/api/evidence', body);
    expect(status).toBe(201);
    return schemas.evidence.parse(data) as EvidenceAsData;
  };

  describe('a program', () => {
    test('notes, reads, edits, ties, shares, takes back and deletes', async () => {
      const made = await note({
        text: 'Wrote the review',
        happenedOn: '2026-03-12',
        kind: 'review written',
        links: [{ url: 'https://t.example/1', title: 'One' }, { url: 'https://t.example/2' }],
        speaksTo: [{ expectation: 'incidents-lead', point: 'p3' }],
      });
      expect(made).toMatchObject({
        owner: idOf('engineer'),
        page: `${ADDRESS}/evidence/${made.id}`,
        version: 1,
        cameBy: 'page',
        links: [{ url: 'https://t.example/1', title: 'One' }, { url: 'https://t.example/2' }],
        speaksTo: [
          {
            expectation: 'incidents-lead',
            point: 'p3',
            release: NEWEST,
            since: 'same',
            level: 'Lead Engineer',
          },
        ],
      });
      const at = `/api/evidence/${made.id}`;
      expect((await ask('GET', at)).data).toEqual(made);
      const edited = await ask('PATCH', at, { version: 1, text: 'Wrote the review, with Amir', kind: null });
      expect(edited.data).toMatchObject({
        text: 'Wrote the review, with Amir',
        version: 2,
        happenedOn: '2026-03-12',
      });
      expect(edited.data).not.toHaveProperty('kind');
      const tied = await ask('PUT', `${at}/ties`, { speaksTo: [{ expectation: 'incidents-watch' }] });
      expect((tied.data as EvidenceAsData).speaksTo.map(({ expectation }) => expectation)).toEqual([
        'incidents-watch',
      ]);
      expect((await ask('POST', `${at}/shares`)).data).toHaveProperty('sharedAt');
      expect((await ask('DELETE', `${at}/shares`)).data).not.toHaveProperty('sharedAt');
      expect((await ask('DELETE', at)).data).toEqual({ id: made.id });
      expect((await ask('GET', at)).status).toBe(404);
    });

    test('lists and filters fifty at a time', async () => {
      for (let n = 0; n < 51; n += 1) await note({ text: `Note ${n}`, happenedOn: '2026-03-12' });
      const first = (await ask('GET', '/api/evidence?q=note')).data as {
        evidence: EvidenceAsData[];
        after: string;
      };
      schemas.evidenceList.parse(first);
      expect(first.evidence).toHaveLength(50);
      const second = (await ask('GET', `/api/evidence?after=${first.after}`)).data as typeof first;
      expect([second.evidence.length, second.after]).toEqual([1, undefined]);
      expect(((await ask('GET', '/api/evidence?tied=yes')).data as typeof first).evidence).toEqual([]);
    });

    test('notes once what it sends twice', async () => {
      const id = '01930000-0000-7000-8000-00000000abcd';
      expect((await ask('POST', '/api/evidence', { id, text: 'Once' })).status).toBe(201);
      expect((await ask('POST', '/api/evidence', { id, text: 'Once' })).status).toBe(200);
    });

    test('is told of a change meanwhile, and nothing is overwritten', async () => {
      const { id } = await note({ text: 'First' });
      await ask('PATCH', `/api/evidence/${id}`, { version: 1, text: 'Second' });
      const late = await ask('PATCH', `/api/evidence/${id}`, { version: 1, text: 'Late' });
      expect(late).toMatchObject({ status: 409, type: 'application/problem+json' });
      expect((await ask('GET', `/api/evidence/${id}`)).data).toMatchObject({ text: 'Second' });
    });

    test('learns who it acts for', async () => {
      const { data } = await ask('GET', '/api/session');
      expect(schemas.session.parse(data)).toMatchObject({ person: idOf('engineer'), name: 'Rosa Lindqvist' });
    });

    test('with a personal token notes as a command, and opens no page', async () => {
      const { secret } = await asViewer(database().db, idOf('engineer'), (db) =>
        createPersonalToken(db, { person: idOf('engineer'), name: 'laptop', now: new Date() }),
      );
      const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
      const answer = await world.app.request(`${ADDRESS}/api/evidence`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ text: 'From the terminal' }),
      });
      expect(await answer.json()).toMatchObject({ cameBy: 'command', owner: idOf('engineer') });
      expect((await world.app.request(`${ADDRESS}/evidence`, { headers })).status).toBe(303);
    });
  });

  describe('what is wrong', () => {
    test.each([
      [{}, 'text: '],
      [{ text: '' }, 'Write what happened'],
      [{ text: 'x', heroic: true }, 'heroic'],
      [{ text: 'x', happenedOn: '2999-01-01' }, 'not in the future'],
      [{ text: 'x', happenedOn: 'soon' }, 'happenedOn: '],
      [{ text: 'x', kind: 'heroics' }, 'kind: '],
      [{ text: 'x', links: [{ url: 'javascript:alert(1)' }] }, 'Give the whole address'],
      [{ text: 'x', speaksTo: [{ expectation: 'none' }] }, 'has no expectation "none"'],
      [{ text: 'x', speaksTo: [{ expectation: 'incidents-lead', point: 'p9' }] }, 'has no point "p9"'],
      [{ text: 'x', speaksTo: [{ expectation: 'records-principal' }] }, 'has no expectation'],
      [['x'], 'The body: '],
    ])('is said as a problem: %#', async (body, words) => {
      const { status, type, data } = await ask('POST', '/api/evidence', body);
      expect([status, type]).toEqual([400, 'application/problem+json']);
      expect((data as { detail: string }).detail).toContain(words);
    });

    test('is sent from another site, or by nobody', async () => {
      const body = JSON.stringify({ text: 'x' });
      const from = (headers: Record<string, string>) =>
        world.app.request(`${ADDRESS}/api/evidence`, { method: 'POST', headers, body });
      expect((await from({})).status).toBe(401);
      expect((await from({ cookie: rosa.cookie })).status).toBe(403);
      expect((await from({ authorization: 'Bearer cairn_wrong' })).status).toBe(401);
      expect(await database().owner.selectFrom('evidence').select('id').execute()).toEqual([]);
    });
  });

  describe('evidence of somebody else', () => {
    test.each(OTHERS)('is not changed by the %s', async (name) => {
      const { id } = await noted(rosa, { text: 'Mine' });
      await rosa.post(`/evidence/${id}/shares`);
      const other = await world.as(name);
      const calls: [string, string, object?][] = [
        ['PATCH', '', { version: 1, text: 'Theirs' }],
        ['PUT', '/ties', { speaksTo: [] }],
        ['POST', '/shares'],
        ['DELETE', '/shares'],
        ['DELETE', ''],
      ];
      for (const [method, path, body] of calls) {
        const { status } = await ask(method, `/api/evidence/${id}${path}`, body, other);
        expect([method, path, status]).toEqual([method, path, 404]);
      }
      expect(
        ((await ask('GET', '/api/evidence', undefined, other)).data as { evidence: [] }).evidence,
      ).toEqual([]);
    });

    test.each(NOT_READERS)('is not read by the %s', async (name) => {
      const { id } = await noted(rosa, { text: 'Mine' });
      await rosa.post(`/evidence/${id}/shares`);
      expect((await ask('GET', `/api/evidence/${id}`, undefined, await world.as(name))).status).toBe(404);
    });

    test('is read by the line manager once it is shared, which its owner can see', async () => {
      const { id } = await noted(rosa, { text: 'Mine' });
      const daniel = await world.as('lineManager');
      expect((await ask('GET', `/api/evidence/${id}`, undefined, daniel)).status).toBe(404);
      await rosa.post(`/evidence/${id}/shares`);
      expect((await ask('GET', `/api/evidence/${id}`, undefined, daniel)).data).toMatchObject({
        text: 'Mine',
      });
      expect((await eventsAbout(database(), 'engineer')).at(-1)).toEqual([
        'evidence.opened',
        `evidence:${id}`,
        'lineManager',
      ]);
    });
  });

  test('the description names every route of the API, and no other', async () => {
    const described = (await (await world.visitor.get('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const named = Object.entries(described.paths)
      .filter(([path]) => path.startsWith('/api/'))
      .flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`));
    const mounted = world.app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/api\/(session|evidence|actions)/.test(path))
      .map(
        ({ method, path }) =>
          `${method} ${path.replace(':id', path.startsWith('/api/actions') ? '{action}' : '{evidence}')}`,
      );
    expect(new Set(named)).toEqual(new Set(mounted));
    expect(PATHS.every((path) => named.some((one) => one.endsWith(`{evidence}${path}`)))).toBe(true);
    const page = await world.visitor.html('/api');
    for (const item of Object.values(described.paths)) {
      for (const { operationId } of Object.values(item)) expect(page).toContain(`id="${operationId}"`);
    }
  });
});
