/** Everything that somebody noted, by month, filtered and searched. */
import type { Schema } from '../../db/schema.ts';
import { dayIn } from '../../domain/days.ts';
import type { PublishedFrameworks } from '../../domain/published.ts';
import type { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { askedIn, filterOf, placeIn } from './filter.ts';
import { countEvidence, listEvidence } from './queries/list-evidence.ts';
import { findStanding } from './queries/standing.ts';
import { doneWord, EVIDENCE } from './views/addresses.ts';
import { listPage } from './views/list-page.tsx';
import type { EvidenceVisit } from './visits.ts';

/** How many lines a page shows. */
const LINES = 40;

export function mountList(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(EVIDENCE, { may: 'signed in', audit: 'own' }, async (visit) => ({
    page: await showList(visit, await room.published()),
  }));
}

async function showList({ c, db, viewer, now }: EvidenceVisit, published: PublishedFrameworks) {
  const query = c.req.query();
  const asked = askedIn(query);
  const filter = filterOf(asked, published);
  const { level, timeZone } = await findStanding(db, viewer.person);
  const counts = await countEvidence(db, viewer.person, filter);
  const after = placeIn(query);
  const lines = await listEvidence(db, viewer.person, filter, { after, most: LINES + 1 });
  return listPage({
    asked,
    counts,
    lines: lines.slice(0, LINES),
    more: lines.length > LINES,
    goesOn: after !== undefined,
    published,
    framework: level && published.find(level.framework)?.framework,
    today: dayIn(timeZone, now),
    done: doneWord(query.done),
  });
}
