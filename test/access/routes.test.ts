/** Every route and API operation, for every member of the cast: who finds something there, and what nobody else reads. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { MountedDoor } from '../../src/web/doors.ts';
import { onEmbedded } from '../database.ts';
import { NAMES, openWorld, type Visitor, type World } from '../world.ts';
import { addressesOf, doorsOfPeople } from './doors.ts';
import { EVERYBODY, type Looker } from './kept.ts';
import { PLACES } from './objects.ts';
import { fillRecords, TEXTS } from './records.ts';

// Thousands of requests: seconds on a quiet machine.
vi.setConfig({ testTimeout: 300_000 });

// Which engine answers cannot matter here: what each shows is tested on both, table by table, beside this.
onEmbedded((database) => {
  let world: World;
  let lookers: Record<string, Visitor>;
  let doors: readonly MountedDoor[];
  beforeEach(async () => {
    world = await openWorld(database());
    await fillRecords(database());
    const signedIn = await Promise.all(NAMES.map(async (name) => [name, await world.as(name)] as const));
    lookers = { ...Object.fromEntries(signedIn), visitor: world.visitor };
    doors = doorsOfPeople(world.app);
  });

  async function ask(looker: Looker, method: string, address: string): Promise<Response> {
    const visitor = lookers[looker] as Visitor;
    if (address.startsWith('/api/')) return visitor.api(method, address, method === 'GET' ? undefined : {});
    return method === 'GET' ? visitor.get(address) : visitor.post(address);
  }

  /** Not found, or led to sign in: nobody can tell whether there is anything. */
  function isClosed(answer: Response): boolean {
    if (answer.status === 303) return answer.headers.get('location')?.startsWith('/sign-in?') === true;
    return answer.status === 404 || answer.status === 401;
  }

  it('has an object for every address with a parameter', () => {
    const known = new Set(PLACES.map(({ path }) => path));
    const missing = doors.filter(({ path }) => path.includes(':') && !known.has(path));
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    const mounted = new Set(doors.map(({ path }) => path));
    expect([...known].filter((path) => !mounted.has(path))).toEqual([]);
  });

  it('opens each page to those who may read it, and no text of a record to anybody else', async () => {
    const found: Record<string, Looker[]> = {};
    const leaks: string[] = [];
    const seen = new Set<string>();
    const read = async (looker: Looker, address: string) => {
      const answer = await ask(looker, 'GET', address);
      const body = await answer.text();
      for (const { text, readers } of TEXTS.filter(({ text }) => body.includes(text))) {
        seen.add(`${text} ${looker}`);
        if (!readers.includes(looker)) leaks.push(`${looker} reads “${text}” at ${address}`);
      }
      return !isClosed(answer);
    };
    const expected: Record<string, readonly Looker[]> = {};
    for (const { address, finders } of doors.filter(({ method }) => method === 'GET').flatMap(addressesOf)) {
      const who: Looker[] = [];
      for (const looker of EVERYBODY) if (await read(looker, address)) who.push(looker);
      found[address] = who.toSorted();
      expected[address] = finders.toSorted();
    }
    for (const address of ['/search?q=supplier', '/api/people?q=rosa', '/feed.atom', '/nowhere']) {
      for (const looker of EVERYBODY) await read(looker, address);
    }
    expect(Object.keys(found).length).toBeGreaterThan(80);
    expect(found).toEqual(expected);
    expect(leaks).toEqual([]);
    // The walk would have met them: each is read somewhere by whoever is named first.
    const unseen = TEXTS.filter(
      ({ text, byMailOnly, readers: [owner] }) => !byMailOnly && !seen.has(`${text} ${owner}`),
    );
    expect(unseen).toEqual([]);
  });

  it('takes nothing from those who may not send it', async () => {
    const taken: string[] = [];
    const changing = doors.filter(({ method }) => method !== 'GET');
    for (const door of changing) {
      for (const { address, finders } of addressesOf(door)) {
        for (const looker of EVERYBODY.filter((one) => !finders.includes(one))) {
          const answer = await ask(looker, door.method, address);
          if (!isClosed(answer)) taken.push(`${door.method} ${address} from ${looker}: ${answer.status}`);
        }
      }
    }
    expect(changing.length).toBeGreaterThan(60);
    expect(taken).toEqual([]);
  });
});
