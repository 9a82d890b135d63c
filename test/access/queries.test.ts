/** How often each page asks the database: a few times, and no more often however much there is. */
import { sql } from 'kysely';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Database } from '../../src/db/connect.ts';
import { onEmbedded } from '../database.ts';
import { recording, withoutSetUp } from '../statements.ts';
import { type Name, openAppOver, openWorld, type Visitor, type World } from '../world.ts';
import { addressesOf, doorsOfPeople } from './doors.ts';
import { multiply } from './many.ts';
import { fillRecords } from './records.ts';

// Every page for two people, three times.
vi.setConfig({ testTimeout: 300_000 });

/** As often as a page may ask, besides finding the session and who looks. */
const MOST = 5;

/** Times as much of everything as in the world of records.ts. */
const TIMES = 20;

/** Copies of a conversation that is being prepared hide from the manager what was agreed before. */
const HIDDEN_BY_COPIES =
  /^\/conversations\/\S+(\/record|\/record\.md|\/record\.json|\/competencies\/\S+) by the (line|former)Manager$/;

interface Exception {
  /** How often it asks; undefined where that grows. */
  queries?: number;
  why: string;
}

const EACH_FEATURE = 'each feature is asked for its part, in a transaction of its own';

const EXCEPTIONS: Record<string, Exception> = {
  '/you/as-manager': { queries: 11, why: EACH_FEATURE },
  '/you/erasure': { queries: 13, why: EACH_FEATURE },
  '/conversations/:id/pack': {
    queries: 6,
    why: 'both views, the agreed rows, feedback and actions, and that it was opened',
  },
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

  it('every page asks a few times, and as often for twenty of everything as for one', async () => {
    const recorded = recording(database());
    const world = await openAppOver(recorded.database);
    const pages = await pagesOf(world);
    const countAll = async () => {
      const counts = new Map<string, number>();
      const gone: string[] = [];
      const tooOften: [page: string, queries: number, statements: string[]][] = [];
      for (const { address, path, name, visitor } of pages) {
        const known = EXCEPTIONS[path] ?? { queries: MOST };
        let found = false;
        const statements = await recorded.during(async () => {
          const answer = await visitor.get(address);
          await answer.arrayBuffer();
          found = answer.status < 400;
        });
        if (!found) gone.push(`${address} by the ${name}`);
        const asked = withoutSetUp(statements);
        if (known.queries === undefined) continue;
        const page = `${address} by the ${name}`;
        counts.set(page, asked.length);
        if (asked.length > known.queries) tooOften.push([page, asked.length, asked]);
      }
      expect(tooOften).toEqual([]);
      return { counts, gone };
    };
    // The first round also asks for what a process keeps.
    await countAll();
    const { counts: few, gone } = await countAll();
    expect(gone).toEqual([]);
    expect(few.size).toBeGreaterThan(100);
    expect(Math.max(...few.values())).toBeGreaterThan(MOST);
    expect((await multiply(database(), TIMES)).toSorted()).toEqual(NO_MORE_OF.toSorted());
    await beginObjectives(database());
    // One more may be for what there was none of before, such as an event of opening something.
    const many = await countAll();
    expect(many.gone.filter((page) => !HIDDEN_BY_COPIES.test(page))).toEqual([]);
    const grown = [...many.counts].filter(([page, queries]) => queries > (few.get(page) ?? 0) + 1);
    expect(grown).toEqual([]);
  });
});

/** An objective always has a state: copies get theirs. */
async function beginObjectives({ owner }: Database): Promise<void> {
  await sql`
    insert into objective_state (objective_id, state, by_id, at, said_text)
    select id, state, proposed_by, proposed_at, text
    from objective
    where not exists (select from objective_state own where own.objective_id = objective.id)
  `.execute(owner);
}

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
