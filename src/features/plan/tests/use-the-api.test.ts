import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { ADDRESS, day, idOf, NEWEST, openWorld, type Visitor, type World } from '../../../../test/world.ts';
import * as schemas from '../api/schemas.ts';
import { actionBy, eventsAbout, MANAGERS, STRANGERS } from './plan-world.ts';

onEachEngine((database) => {
  let world: World;
  let rosa: Visitor;
  beforeEach(async () => {
    world = await openWorld(database());
    rosa = await world.as('engineer');
  });

  const ask = async (method: string, path: string, body?: unknown, by = rosa) => {
    const answer = await by.api(method, path, body);
    const type = answer.headers.get('content-type');
    return { status: answer.status, type, data: (await answer.json()) as never };
  };

  describe('a program', () => {
    test('writes down, reads, moves and closes actions', async () => {
      const made = await ask('POST', '/api/actions', {
        text: 'Pair on the certificate renewal',
        dueOn: day(9),
        about: { framework: 'harbour', expectation: 'incidents-lead' },
      });
      expect(made.status).toBe(201);
      const action = schemas.action.parse(made.data);
      expect(action).toMatchObject({
        page: `${ADDRESS}/actions/${action.id}`,
        kind: 'action',
        person: { id: idOf('engineer'), name: 'Rosa Lindqvist' },
        owner: { id: idOf('engineer') },
        dueOn: day(9),
        overdue: false,
        about: { release: NEWEST, competency: 'Handling incidents', level: 'Lead Engineer' },
      });
      const at = `/api/actions/${action.id}`;
      const moved = await ask('PATCH', at, { change: 'moved', dueOn: day(12), reason: 'Fog' });
      expect(schemas.action.parse(moved.data)).toMatchObject({ dueOn: day(12), last: 'moved' });
      const listed = schemas.actionList.parse((await ask('GET', '/api/actions')).data);
      expect(listed.actions.map(({ id }) => id)).toEqual([action.id]);
      const done = await ask('PATCH', at, { change: 'done' });
      expect(schemas.action.parse(done.data).closedAt).toBeDefined();
      expect((await ask('GET', '/api/actions')).data).toEqual({ actions: [] });
    });

    test('of a manager reads and writes those for a report, which is written down', async () => {
      await actionBy(database(), 'engineer', { dueOn: day(-2) });
      for (const name of MANAGERS) {
        const manager = await world.as(name);
        const { data } = await ask('GET', `/api/actions?person=${idOf('engineer')}`, undefined, manager);
        expect(schemas.actionList.parse(data).actions).toMatchObject([{ overdue: true }]);
        expect((await eventsAbout(database(), 'engineer')).at(-1)).toEqual([
          'plan.opened',
          `plan:${idOf('engineer')}`,
          name,
        ]);
        const sent = { text: 'Find a night', person: idOf('engineer'), owner: idOf(name) };
        const made = await ask('POST', '/api/actions', sent, manager);
        await ask('PATCH', `/api/actions/${schemas.action.parse(made.data).id}`, { change: 'done' }, manager);
      }
    });

    test.each([
      [{}, 400, /text/],
      [{ text: ' ' }, 400, /Write what is to be done/],
      [{ text: 'x', dueOn: '2020-01-01' }, 400, /Choose a day that has not passed/],
      [{ text: 'x', dueOn: 'soon' }, 400, /dueOn/],
      [{ text: 'x', owner: idOf('colleague') }, 400, /Choose who does it/],
      [{ text: 'x', about: { framework: 'harbour', expectation: 'none' } }, 400, /Name an expectation/],
      [{ text: 'x', more: 1 }, 400, /more/],
      [{ text: 'x', person: idOf('colleague') }, 404, /./],
    ])('is told what is wrong with a new one: %#', async (body, status, detail) => {
      const answer = await ask('POST', '/api/actions', body);
      expect(answer).toMatchObject({ status, type: 'application/problem+json' });
      expect((answer.data as { detail: string }).detail).toMatch(detail);
      expect(await database().owner.selectFrom('action').select('id').execute()).toEqual([]);
    });

    test('is told where somebody else was quicker, or a reason is missing', async () => {
      const at = `/api/actions/${await actionBy(database(), 'engineer')}`;
      expect((await ask('PATCH', at, { change: 'dropped' })).data).toMatchObject({
        detail: expect.stringContaining('Write why it is dropped'),
      });
      await ask('PATCH', at, { change: 'done' });
      expect(await ask('PATCH', at, { change: 'done' })).toMatchObject({
        status: 409,
        type: 'application/problem+json',
        data: { detail: 'It is closed. Take it up again first.' },
      });
    });

    test('is told of it by the description of the data', async () => {
      const { data } = await ask('GET', '/openapi.json');
      const { paths, components } = data as { paths: object; components: { schemas: object } };
      expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/actions', '/api/actions/{action}']));
      expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['Action', 'NewAction']));
    });
  });

  test.each(STRANGERS)('a program of the %s finds nothing', async (name) => {
    const id = await actionBy(database(), 'engineer');
    const other = await world.as(name);
    expect((await ask('GET', `/api/actions?person=${idOf('engineer')}`, undefined, other)).status).toBe(404);
    expect((await ask('PATCH', `/api/actions/${id}`, { change: 'done' }, other)).status).toBe(404);
    const sent = { text: 'Obey', person: idOf('engineer'), owner: idOf('engineer') };
    expect((await ask('POST', '/api/actions', sent, other)).status).toBe(404);
  });

  test('nobody who is not signed in, and no other site, is answered', async () => {
    expect((await world.visitor.api('GET', '/api/actions')).status).toBe(401);
    const answer = await world.app.request(`${ADDRESS}/api/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: rosa.cookie },
      body: JSON.stringify({ text: 'From elsewhere' }),
    });
    expect(answer.status).toBe(403);
  });
});
