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
import { AS_MANAGER_EVIDENCE } from './addresses.ts';
import { sharedAsManager } from './as-manager.ts';
import { findReport, sharedBy } from './queries.ts';
import { asManagerPage, reportPage } from './views/shared-pages.tsx';

export function mountShared(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get('/people/:id/evidence', { may: 'manager', audit: 'logged' }, async (visit) => {
    const { c, db, now } = visit;
    const report = await findReport(db, c.req.param('id') ?? '');
    if (report === undefined) throw nothingHere();
    const shared = await sharedBy(db, report.id, fromIn(c));
    await recordOpened(visit, report.id, `shared-evidence:${report.id}`);
    const today = dayIn(report.viewersTimeZone ?? undefined, now);
    return { page: reportPage({ report, shared, published: await room.published(), today }) };
  });
  doors.outside('GET', AS_MANAGER_EVIDENCE, { may: 'signed in', audit: 'own' }, async (c, viewer) => {
    if (viewer === undefined) throw nothingHere();
    return asManager(c, room, viewer);
  });
}

async function asManager(
  c: Context,
  { db, site, now, published }: Room<Schema>,
  viewer: Viewer,
): Promise<Response> {
  const { readers, timeZone } = await asViewer(db, viewer.person, (own) => findStanding(own, viewer.person));
  const shared = await sharedAsManager(db, viewer.person, readers, fromIn(c));
  const today = dayIn(timeZone, now());
  const page = asManagerPage({ readers, shared, published: await published(), today });
  return answerUncached(c, site, page, 200, { signedIn: true, viewer });
}

/** How many newer pieces to pass over. */
function fromIn(c: Context): number {
  const from = Number(c.req.query('from') ?? 0);
  return Number.isSafeInteger(from) && from > 0 ? from : 0;
}
