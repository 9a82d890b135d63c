/** For each person: who opened what of theirs. */
import { nothingHere } from '../../../web/doors.ts';
import { findPerson } from '../directory/person-queries.ts';
import { isUuid } from '../ids.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { WHO_LOOKED, whoLookedPage } from './views/who-looked-page.tsx';
import { brokenGlass, gathered, looksAt } from './who-looked.ts';

/** How many looks a page shows, and how many times that the glass was broken. */
const ON_A_PAGE = 100;
const MOST_GLASS = 50;

export function addWhoLooked({ doors }: PeopleRoom): void {
  doors.get(WHO_LOOKED, { may: 'signed in', audit: 'own' }, async ({ c, db, viewer, now }) => {
    const before = c.req.query('before');
    if (before !== undefined && !isUuid(before)) throw nothingHere();
    const found = await looksAt(db, viewer.person, before, ON_A_PAGE);
    const looks = found.slice(0, ON_A_PAGE);
    const glass = before === undefined ? await brokenGlass(db, viewer.person, MOST_GLASS) : [];
    const timeZone = (await findPerson(db, viewer.person))?.timeZone ?? null;
    const next = found.length > ON_A_PAGE ? looks.at(-1)?.id : undefined;
    return { page: whoLookedPage({ viewer, looks: gathered(looks), glass, next, timeZone, now }) };
  });
}
