/** What people share: for their manager, and for themselves in the manager's place. */
import type { Context } from 'hono';
import type { Schema } from '../../../db/schema.ts';
import { asViewer } from '../../../db/viewer.ts';
import { dayIn } from '../../../domain/days.ts';
import { type Doors, nothingHere } from '../../../web/doors.ts';
import { answerUncached } from '../../../web/errors.tsx';
import type { Room } from '../../../web/room.ts';
import type { Viewer } from '../../../web/session.ts';
import { findStanding } from '../queries/standing.ts';
import { recordOpened } from '../visits.ts';
import { AS_MANAGER } from './addresses.ts';
import { findReport, type Shared, sharedBy } from './queries.ts';
import { asManagerPage, reportPage } from './views/shared-pages.tsx';

const NOTHING: Shared = { pieces: [], from: 0, more: false };

export function mountShared(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get('/people/:id/evidence', { may: 'manager', audit: 'logged' }, async (visit) => {
    const { c, db, viewer, now } = visit;
    const report = await findReport(db, c.req.param('id') ?? '');
    if (report === undefined) throw nothingHere();
    const shared = await sharedBy(db, report.id, fromIn(c));
    await recordOpened(visit, report.id, `shared-evidence:${report.id}`);
    const { timeZone } = await findStanding(db, viewer.person);
    const published = await room.published();
    return { page: reportPage({ report, shared, published, today: dayIn(timeZone, now) }) };
  });
  doors.outside('GET', AS_MANAGER, { may: 'signed in', audit: 'own' }, async (c, viewer) => {
    if (viewer === undefined) throw nothingHere();
    return asManager(c, room, viewer);
  });
}

/**
 * Asks as the manager of today would, about the viewer's own record alone. What is shown is found by the same query under
 * the same policies, so that it is what the manager sees and not what we believe they see.
 */
async function asManager(c: Context, room: Room<Schema>, viewer: Viewer): Promise<Response> {
  const { db, site, now } = room;
  const { readers, timeZone } = await asViewer(db, viewer.person, (own) => findStanding(own, viewer.person));
  const [manager] = readers;
  const shared =
    manager === undefined
      ? NOTHING
      : await asViewer(db, manager.id, (theirs) => sharedBy(theirs, viewer.person, fromIn(c)));
  const published = await room.published();
  const page = asManagerPage({ readers, shared, published, today: dayIn(timeZone, now()) });
  return answerUncached(c, site, page, 200, { signedIn: true, viewer });
}

/** How many newer pieces to pass over. */
function fromIn(c: Context): number {
  const from = Number(c.req.query('from') ?? 0);
  return Number.isSafeInteger(from) && from > 0 ? from : 0;
}
