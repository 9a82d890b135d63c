import { Banner } from '../../../../web/banner.tsx';
import { DateInWords } from '../../../../web/date.tsx';
import { Done } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { HeldLevel, LevelHistory } from '../../level/level-words.tsx';
import { Facts } from '../../views/facts.tsx';
import { counted, PersonLink } from '../../views/names.tsx';
import type { PersonShown } from '../person-queries.ts';
import { PeopleSide } from './directory-page.tsx';
import { LINE } from './line-page.tsx';
import { factsOf, type PersonPageProps } from './person-facts.tsx';

export function personPage(props: PersonPageProps): Page {
  const { person, levels, done } = props;
  return {
    title: person.name,
    draft: true,
    section: 'people',
    left: <PeopleSide current={`/people/${person.id}`} />,
    right: <Actions {...props} />,
    main: (
      <>
        {done !== undefined && <Done>{done}</Done>}
        <h1>
          <Phrase text={person.name} />
        </h1>
        {person.pronouns !== null && (
          <p class="lede">
            <Phrase text={person.pronouns} />
          </p>
        )}
        {person.leftOn !== null && (
          <Banner tone="plain" label="No longer here">
            <p>
              Left on <DateInWords date={person.leftOn} />. Nobody reads what they shared any more.
            </p>
          </Banner>
        )}
        <Facts facts={factsOf(props)} />
        <Reports person={person} />
        {(levels.length > 0 || mayKnowLevel(props)) && <Levels {...props} />}
      </>
    ),
  };
}

function Reports({ person: { id, reports, reportCount } }: { person: PersonShown }) {
  if (reportCount === 0) return null;
  return (
    <section aria-labelledby="_reports">
      <h2 id="_reports">{counted(reportCount, 'person reports', 'people report')} to them</h2>
      <ul class="names">
        {reports.map((report) => (
          <li key={report.id}>
            <PersonLink person={report} />
          </li>
        ))}
      </ul>
      {reportCount > reports.length && (
        <p>
          <a href={`${LINE}?at=${encodeURIComponent(id)}`}>All of them in the reporting line</a>
        </p>
      )}
    </section>
  );
}

/** Whom the database tells: the person, whoever manages them today, and administrators. */
function mayKnowLevel({ person, viewer }: PersonPageProps): boolean {
  return person.id === viewer.person || person.managedByViewer || viewer.administrator;
}

function Levels({ levels, published, person, viewer }: PersonPageProps) {
  const held = levels.find(({ until }) => until === null);
  return (
    <section aria-labelledby="_level">
      <h2 id="_level">Level</h2>
      <p>
        {held === undefined ? 'No level has been set yet.' : <HeldLevel held={held} published={published} />}
      </p>
      {person.id !== viewer.person && (
        <p class="quiet">
          Only the person, their line manager and administrators see this. The person can see that you looked.
        </p>
      )}
      {levels.length > 0 && (
        <details class="fold">
          <summary>Every level held, and who set it</summary>
          <LevelHistory levels={levels} published={published} />
        </details>
      )}
    </section>
  );
}

function Actions({ person, viewer }: PersonPageProps) {
  const own = person.id === viewer.person;
  const setsLevel = person.leftOn === null && (person.managedByViewer || viewer.administrator);
  const links = [
    ...(own ? [{ address: '/you', label: 'Your own page' }] : []),
    ...(person.managedByViewer
      ? [
          { address: `/people/${person.id}/evidence`, label: 'What they share with you' },
          { address: `/people/${person.id}/plan`, label: 'Objectives and actions' },
          { address: `/team/${person.id}/notes`, label: 'Your notes' },
        ]
      : []),
    ...(!own && person.leftOn === null
      ? [{ address: `/people/${person.id}/offers/new`, label: 'Offer a note' }]
      : []),
    ...(setsLevel ? [{ address: `/people/${person.id}/level`, label: 'Set level' }] : []),
    { address: `${LINE}?at=${person.id}`, label: 'Place in the reporting line' },
    ...(viewer.administrator
      ? [{ address: `/administration/people/${person.id}`, label: 'Change as administrator' }]
      : []),
  ];
  return (
    <aside class="right" aria-label="What you can do">
      <ul class="actions">
        {links.map(({ address, label }) => (
          <li key={address}>
            <a href={address}>{label}</a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
