/** My path: the page that somebody opens daily. */
import { newId } from '../../db/ids.ts';
import type { Schema } from '../../db/schema.ts';
import { dayIn } from '../../domain/days.ts';
import type { PublishedFrameworks } from '../../domain/published.ts';
import type { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { changesSince } from './changes-since.ts';
import { pathRows } from './path-rows.ts';
import { findRecent } from './queries/recent.ts';
import { findStanding } from './queries/standing.ts';
import { findStones } from './queries/stones.ts';
import { MY_PATH } from './views/addresses.ts';
import { myPathPage } from './views/my-path-page.tsx';
import type { EvidenceVisit } from './visits.ts';
import { whereYouAre } from './where-you-are.ts';

export function mountPath(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(MY_PATH, { may: 'signed in', audit: 'own' }, async (visit) => ({
    page: await showPath(visit, await room.published()),
  }));
}

async function showPath({ c, db, viewer, now, token }: EvidenceVisit, published: PublishedFrameworks) {
  const { level, readers, timeZone } = await findStanding(db, viewer.person);
  const where = whereYouAre(published, level, c.req.query('next'));
  const ladder = where.is === 'on the ladder' ? where : undefined;
  const stones = ladder ? await findStones(db, viewer.person, ladder.edition.framework.id) : [];
  return myPathPage({
    name: viewer.name,
    where,
    rows: ladder ? pathRows(ladder.edition.framework, ladder.own, ladder.next) : [],
    stones: new Map(stones.map((one) => [one.expectation, one])),
    changes: ladder ? changesSince(published, ladder, stones) : [],
    recent: await findRecent(db, viewer.person),
    readers,
    today: dayIn(timeZone, now),
    token,
    newId: newId(),
  });
}
