/** What changes once somebody has another manager, or leaves: said before it is done. */
import type { Schema } from '../../../db/schema.ts';
import { DateInWords } from '../../../web/date.tsx';
import type { Sent } from '../../../web/doors.ts';
import { Phrase } from '../../../web/text.tsx';
import type { PersonShown } from '../directory/person-queries.ts';
import { asTyped, type NamedPerson } from '../person-meant.ts';
import { checkPage } from '../views/check-page.tsx';
import { counted } from '../views/names.tsx';
import { PEOPLE } from './views/add-person-page.tsx';
import { AdministrationSide } from './views/administration-side.tsx';
import type { LeavingTyped } from './views/leaving-page.tsx';
import { administeredAddress } from './views/person-page.tsx';

const SIDE = { section: 'you', left: <AdministrationSide current={PEOPLE} /> } as const;

export function checkManager({ token }: Sent<Schema>, person: PersonShown, manager: NamedPerson | null) {
  const name = <Phrase text={person.name} />;
  return checkPage({
    ...SIDE,
    heading: `Line manager of ${person.name}`,
    action: `${administeredAddress(person.id)}/manager`,
    fields: { manager: manager === null ? '' : asTyped(manager) },
    token,
    confirm: 'Change the line manager',
    back: administeredAddress(person.id),
    children: (
      <>
        <p>From the moment that you confirm this:</p>
        <ul>
          {person.manager !== null && (
            <li>
              <Phrase text={person.manager.name} />, and whoever stands in for them, no longer reads what{' '}
              {name} shares, and no longer sets their level. What they signed together stays theirs.
            </li>
          )}
          {manager === null ? (
            <li>Nobody reads what {name} shares with their manager.</li>
          ) : (
            <li>
              <Phrase text={manager.name} />, and whoever stands in for them, reads everything that {name} has
              shared with their manager, and sets their level.
            </li>
          )}
          <li>
            {name} is told{person.email === null ? ' on their own page' : ' by mail and on their own page'}.
          </li>
        </ul>
      </>
    ),
  });
}

export function checkLeaving(
  { token }: Sent<Schema>,
  person: PersonShown,
  typed: LeavingTyped,
  { moved, reportsTo }: { moved: number; reportsTo: NamedPerson | null },
) {
  const name = <Phrase text={person.name} />;
  return checkPage({
    ...SIDE,
    heading: `${person.name} leaves`,
    action: `${administeredAddress(person.id)}/leaving`,
    fields: { ...typed },
    token,
    confirm: 'Let them leave',
    back: administeredAddress(person.id),
    children: (
      <>
        <p>
          Their last day is <DateInWords date={typed.lastDay} />. From the moment that you confirm this:
        </p>
        <ul>
          <li>{name} is signed out everywhere, their programs’ tokens end, and they cannot sign in again.</li>
          <li>
            Nobody reads what {name} shared
            {person.manager !== null && (
              <>
                , <Phrase text={person.manager.name} /> included
              </>
            )}
            . It stays until they are erased.
          </li>
          {moved > 0 && (
            <li>
              {counted(moved, 'person who reports', 'people who report')} to {name}{' '}
              {moved === 1 ? 'reports' : 'report'} to{' '}
              {reportsTo === null ? 'nobody' : <Phrase text={reportsTo.name} />}, who then reads what they
              share. Each is told.
            </li>
          )}
          {rolesOf(person).map((role) => (
            <li key={role}>{role}</li>
          ))}
          <li>
            Any deputies whom {name} named, and any span in which {name} stands in for somebody, end.
          </li>
        </ul>
      </>
    ),
  });
}

function rolesOf({ administrator, headOver, stewardOf }: PersonShown): string[] {
  return [
    ...(administrator ? ['They are no longer an administrator.'] : []),
    ...(headOver.length > 0 ? ['They are no longer head of operations.'] : []),
    ...(stewardOf.length > 0
      ? [`They are no longer steward of ${counted(stewardOf.length, 'framework', 'frameworks')}.`]
      : []),
  ];
}
