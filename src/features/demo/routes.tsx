/** The page on which visitors of a demo choose who to be. */
import type { Schema } from '../../db/schema.ts';
import type { Answer } from '../../web/answer-with.ts';
import { type Doors, nothingHere } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import {
  type AccountOptions,
  accountContext,
  Entrance,
  type EntranceVisit,
  FIRST_PAGE,
  findAccountOf,
  isRoomFor,
  openFor,
  safePath,
  tooOftenPage,
} from '../accounts/index.ts';
import { DEMO_ADDRESS, SESSIONS_ADDRESS } from './addresses.ts';
import { type CastMember, Demo, type Figure } from './demo.ts';
import { demoPage } from './views/demo-page.tsx';

/** To be mounted in a demo only; each request asks the database once more whether it is one. */
export function demoDoors(room: Room<Schema>, options: AccountOptions): Doors<Schema> {
  const entrance = new Entrance(room);
  const deps = accountContext(room, options);
  entrance.page(DEMO_ADDRESS, async (visit) => {
    const demo = await demoOf(room);
    return shown(demo, visit, { to: safePath(visit.c.req.query('to')) ?? '' });
  });
  entrance.form(SESSIONS_ADDRESS, async ({ form, ...visit }) => {
    const demo = await demoOf(room);
    const figure = demo.find(form.text('person'));
    if (figure === undefined) throw nothingHere();
    if (!(await isRoomFor(deps, 'links', visit.c))) {
      return { page: tooOftenPage('Too many people were signed in from here.'), status: 429 };
    }
    const to = safePath(form.text('to')) ?? '';
    const account = await findAccountOf(deps.db, figure.person);
    const opened = account !== undefined && (await openFor(deps, deps.askerOf(visit.c), account.id));
    return opened ? { redirect: to || firstPageOf(figure) } : shown(demo, visit, { to, gone: figure.name });
  });
  return entrance.doors;
}

async function demoOf({ db }: Room<Schema>): Promise<Demo> {
  const demo = await Demo.of(db);
  if (demo === undefined) throw nothingHere();
  return demo;
}

function firstPageOf(figure: Figure | CastMember): string {
  return 'begin' in figure ? figure.begin : FIRST_PAGE;
}

/** @param around.gone whom somebody wanted to be who can no longer sign in */
function shown(
  { world }: Demo,
  { viewer, token }: EntranceVisit,
  around: { to: string; gone?: string },
): Answer {
  const page = demoPage({ world, token, viewer, ...around });
  return around.gone === undefined ? { page } : { page, status: 409 };
}
