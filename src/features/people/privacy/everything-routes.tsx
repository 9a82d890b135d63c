/** Everything about oneself, to take along. */
import { answerWith } from '../../../web/answer-with.ts';
import { nothingHere } from '../../../web/doors.ts';
import { askingOf } from '../asking.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { everythingAbout } from './everything.ts';
import { EVERYTHING, everythingPage } from './views/everything-page.tsx';

const OWN = { may: 'signed in', audit: 'own' } as const;

export function addEverything({ doors, room, records }: PeopleRoom): void {
  doors.get(EVERYTHING, OWN, async ({ viewer }) => ({ page: everythingPage(viewer, records) }));
  // Each feature reads its part in a transaction of its own, so there is none around them.
  doors.outside('GET', `${EVERYTHING}.zip`, OWN, async (c, viewer) => {
    if (viewer === undefined) throw nothingHere();
    const asking = askingOf(room, viewer);
    const bytes = await everythingAbout(records, asking, room.site.baseUrl);
    const name = `cairn-${asking.now.toISOString().slice(0, 10)}.zip`;
    return answerWith(c, room.site, { file: { bytes, type: 'application/zip', name } }, viewer);
  });
}
