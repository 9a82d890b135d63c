import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { NAMES, type Visitor } from '../../../../test/world.ts';
import { answer, begin, day, idOf, LEAD, openTalkWorld, reveal } from './talk-world.ts';

const [INCIDENTS] = LEAD;

/** Every route, for everybody, twice: seconds where nothing else runs. */
const SLOW = { timeout: 300_000 };

/** Every route about one conversation. */
interface Asked {
  method: string;
  path: string;
}

onEachEngine((database) => {
  async function statuses(visitor: Visitor, routes: readonly Asked[], talk: string) {
    const found: Record<string, number> = {};
    for (const { method, path } of routes) {
      const parts: Record<string, string> = { id: talk, expectation: INCIDENTS, point: 'p1', place: '1' };
      const address = path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => parts[name] ?? 'x');
      const sent =
        method === 'GET'
          ? visitor.get(address)
          : method === 'POST'
            ? visitor.post(address)
            : visitor.api(method, address, {});
      found[`${method} ${path}`] = (await sent).status;
    }
    return found;
  }

  it(
    'to everybody but the two, and to a deputy before the reveal, nothing of it is there',
    SLOW,
    async () => {
      const { world, rosa, daniel } = await openTalkWorld(database());
      const routes = world.app.routes
        .filter(({ method, path }) => method !== 'ALL' && /conversations\/:id/.test(path))
        .map(({ method, path }) => ({ method, path }));
      expect(routes.length).toBeGreaterThan(25);
      const talk = await begin(rosa, 'lineManager', 'harbour/lead', {
        day: day(9),
        time: '10:00',
        minutes: '60',
      });
      await answer(rosa, talk, INCIDENTS, { note: 'Mine alone' });
      const others = NAMES.filter((name) => !['engineer', 'lineManager', 'deputy'].includes(name));
      const look = async (phase: string) => {
        for (const name of others) {
          const found = await statuses(await world.as(name), routes, talk);
          expect([phase, name, new Set(Object.values(found))]).toEqual([phase, name, new Set([404])]);
        }
        const unknown = Object.values(await statuses(world.visitor, routes, talk));
        expect(unknown.every((status) => [303, 401, 403].includes(status))).toBe(true);
      };
      await look('preparing');
      const deputy = await world.as('deputy');
      const before = Object.entries(await statuses(deputy, routes, talk)).filter(
        ([, status]) => status !== 404,
      );
      // That there is one, and where it stands, is known to whoever stands in for the line manager.
      expect(before).toEqual([
        ['GET /conversations/:id', 200],
        ['GET /api/conversations/:id', 200],
      ]);
      await reveal({ rosa, daniel }, talk);
      await look('revealed');
      expect((await deputy.get(`/conversations/${talk}/talk`)).status).toBe(200);
    },
  );

  it('nor to their own two under the name of an id that is none', async () => {
    const { rosa } = await openTalkWorld(database());
    for (const id of ['1', 'new%00', '%F0%9F%92%A9', idOf('engineer')]) {
      expect([id, (await rosa.get(`/conversations/${id}`)).status]).toEqual([id, 404]);
      expect([id, (await rosa.post(`/conversations/${id}/submissions`)).status]).toEqual([id, 404]);
      expect([id, (await rosa.get(`/conversations/of/${id}x`)).status]).toEqual([id, 404]);
    }
  });

  it('the path of somebody is theirs and their line manager’s', async () => {
    const { world } = await openTalkWorld(database());
    const path = `/conversations/of/${idOf('engineer')}`;
    for (const name of NAMES) {
      const allowed = ['engineer', 'lineManager', 'deputy'].includes(name);
      const { status } = await (await world.as(name)).get(path);
      expect([name, status]).toEqual([name, allowed ? 200 : 404]);
    }
  });

  it('writes down who opened what, for the person to read', async () => {
    const people = await openTalkWorld(database());
    const { rosa, daniel } = people;
    const talk = await begin(rosa, 'lineManager');
    await reveal(people, talk);
    const openings = async () => {
      const { owner } = database();
      const events = await owner
        .selectFrom('event')
        .select(['actor', 'subject', 'about'])
        .where('verb', '=', 'conversation.opened')
        .execute();
      return events.length;
    };
    const before = await openings();
    for (const part of ['talk', 'check', 'pack']) {
      await daniel.html(`/conversations/${talk}/${part}`);
      await rosa.html(`/conversations/${talk}/${part}`);
    }
    await daniel.html(`/conversations/of/${idOf('engineer')}`);
    expect((await openings()) - before).toBe(4);
  });
});
