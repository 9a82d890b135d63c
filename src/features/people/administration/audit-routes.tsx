/** What was changed about accounts, people and settings. Nothing of anybody's record is among it. */
import { nothingHere } from '../../../web/doors.ts';
import { MomentInWords } from '../../../web/moment.tsx';
import { findPerson } from '../directory/person-queries.ts';
import { isUuid } from '../ids.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { Whoever } from '../views/names.tsx';
import { verbInWords } from './audit-words.ts';
import { listSettingsEvents, type SettingsEvent } from './queries.ts';
import { administrationPage } from './views/administration-side.tsx';

const AUDIT = '/administration/audit';

/** How many changes a page shows. */
const ON_A_PAGE = 100;

export function addAudit({ doors }: PeopleRoom): void {
  doors.get(AUDIT, { may: 'administrator', audit: 'settings' }, async ({ c, db, viewer }) => {
    const before = c.req.query('before');
    if (before !== undefined && !isUuid(before)) throw nothingHere();
    const found = await listSettingsEvents(db, before, ON_A_PAGE);
    const timeZone = (await findPerson(db, viewer.person))?.timeZone ?? null;
    return { page: page(found, timeZone) };
  });
}

function page(found: readonly SettingsEvent[], timeZone: string | null) {
  const events = found.slice(0, ON_A_PAGE);
  const last = events.at(-1);
  return administrationPage({
    heading: 'What was changed',
    current: AUDIT,
    children: (
      <>
        <p class="lede">
          Accounts, people and settings: who changed what, newest first. Nobody can change or remove an entry.
        </p>
        {events.length === 0 && <p>Nothing was changed yet.</p>}
        <ul class="rows history">
          {events.map((event) => (
            <li key={event.id}>
              <EventInWords event={event} />
              <p class="quiet">
                <MomentInWords at={event.at} timeZone={timeZone} />
              </p>
            </li>
          ))}
        </ul>
        {found.length > ON_A_PAGE && last !== undefined && (
          <p>
            <a href={`${AUDIT}?before=${last.id}`} rel="next">
              Earlier changes
            </a>
          </p>
        )}
      </>
    ),
  });
}

function EventInWords({ event }: { event: SettingsEvent }) {
  const { actor, about, aboutSomebody, byOperator, verb } = event;
  const { before, after, namesSomebody, byThem } = verbInWords(verb);
  const forSomebody = !namesSomebody && aboutSomebody && about?.id !== actor?.id;
  return (
    <p>
      {!byThem && (byOperator ? 'The operator' : <Whoever person={actor} />)}
      {!byThem && ' '}
      {before}
      {namesSomebody && <Whoever person={about} />}
      {after}
      {forSomebody && (
        <>
          {' '}
          for <Whoever person={about} />
        </>
      )}
    </p>
  );
}
