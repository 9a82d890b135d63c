/** How often each page asks the database: a few times, and no more often however much there is. */
import { beforeEach, expect, it, vi } from 'vitest';
import { onEmbedded } from '../database.ts';
import { recording, withoutSetUp } from '../statements.ts';
import { type Name, openAppOver, openWorld, type Visitor, type World } from '../world.ts';
import { addressesOf, doorsOfPeople } from './doors.ts';
import { multiply } from './many.ts';
import { fillRecords } from './records.ts';

// Every page for two people, three times.
vi.setConfig({ testTimeout: 300_000 });

/** As often as a page may ask, besides finding the session and who looks. */
const MOST = 4;

/** Times as much of everything as in the world of records.ts. */
const TIMES = 60;

interface Exception {
  /** How often it asks; undefined where that grows. */
  queries?: number;
  why: string;
}

const EACH_FEATURE = 'each feature is asked for its part, in a transaction of its own';

const EXCEPTIONS: Record<string, Exception> = {
  '/you/as-manager': { queries: 7, why: EACH_FEATURE },
  '/you/erasure': { queries: 9, why: EACH_FEATURE },
  '/you/everything.zip': { why: `${EACH_FEATURE}; files are read one by one, so that one is held at a time` },
};

/** Tables of which a person has no more however much they do, or of which a copy would mean nothing. */
const NO_MORE_OF = [
  // A few states that follow each other, or two sides of one talk.
  'action_change',
  'conversation_end',
  'objective_state',
  'release_status',
  'reveal',
  'view_submission',
  // Of the installation.
  'rate_limit',
  'setting',
];

onEmbedded((database) => {
  beforeEach(async () => {
    await openWorld(database());
    await fillRecords(database());
  });

  it('every page asks a few times, and as often for sixty of everything as for one', async () => {
    const recorded = recording(database());
    const world = await openAppOver(recorded.database);
    const pages = await pagesOf(world);
    const countAll = async () => {
      const counts = new Map<string, number>();
      for (const { address, path, name, visitor } of pages) {
        const known = EXCEPTIONS[path] ?? { queries: MOST };
        const statements = await recorded.during(async () => {
          const answer = await visitor.get(address);
          expect([address, name, answer.status < 400]).toEqual([address, name, true]);
          await answer.arrayBuffer();
        });
        const asked = withoutSetUp(statements);
        if (known.queries === undefined) continue;
        if (asked.length > known.queries)
          expect([address, name, asked]).toEqual([address, name, known.queries]);
        counts.set(`${address} by the ${name}`, asked.length);
      }
      return counts;
    };
    // The first round also asks for what a process keeps.
    await countAll();
    const few = await countAll();
    expect(few.size).toBeGreaterThan(100);
    expect(Math.max(...few.values())).toBeGreaterThan(MOST);
    expect((await multiply(database(), TIMES)).toSorted()).toEqual(NO_MORE_OF.toSorted());
    // One more may be for what there was none of before, such as an event of opening something.
    const grown = [...(await countAll())].filter(([page, queries]) => queries > (few.get(page) ?? 0) + 1);
    expect(grown).toEqual([]);
  });
});

/** Each address with the first two who find something there. */
async function pagesOf(world: World) {
  const visitors = new Map<Name, Visitor>();
  const pages: { path: string; address: string; name: Name; visitor: Visitor }[] = [];
  for (const door of doorsOfPeople(world.app).filter(({ method }) => method === 'GET')) {
    for (const { address, finders } of addressesOf(door)) {
      for (const name of finders.slice(0, 2) as Name[]) {
        const visitor = visitors.get(name) ?? (await world.as(name));
        visitors.set(name, visitor);
        pages.push({ path: door.path, address, name, visitor });
      }
    }
  }
  return pages;
}
