import type { PublishedFrameworks } from '../../../../domain/published.ts';
import { Banner } from '../../../../web/banner.tsx';
import { DateInWords } from '../../../../web/date.tsx';
import { Done, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import type { Viewer } from '../../../../web/session.ts';
import { Phrase } from '../../../../web/text.tsx';
import type { PersonShown, ShownDeputy } from '../../directory/person-queries.ts';
import { HeldLevel, LevelHistory } from '../../level/level-words.tsx';
import type { LevelInHistory } from '../../level/queries.ts';
import { Facts } from '../../views/facts.tsx';
import { counted, PersonLink, personAddress } from '../../views/names.tsx';
import type { FrameworkForYou } from '../applicability-words.ts';
import type { Standing } from '../queries.ts';
import { FrameworksForYou } from './frameworks.tsx';
import { YOU, YouSide } from './you-side.tsx';

export interface YouPageProps {
  viewer: Viewer;
  person: PersonShown;
  levels: readonly LevelInHistory[];
  /** Of the person and of their manager. */
  deputies: readonly ShownDeputy[];
  frameworks: readonly FrameworkForYou[];
  standing: Standing;
  published: PublishedFrameworks;
  token: string;
  done?: string;
}

export function youPage(props: YouPageProps): Page {
  const { viewer, person, standing, frameworks, token, done } = props;
  return {
    title: 'You',
    draft: true,
    section: 'you',
    left: <YouSide current={YOU} viewer={viewer} />,
    right: <Right person={person} token={token} />,
    main: (
      <>
        {done !== undefined && <Done>{done}</Done>}
        <h1>
          <Phrase text={person.name} />
        </h1>
        {standing.glassBroken && (
          <Banner tone="attention" label="Somebody may open a record of yours">
            <p>
              An administrator has given a reason to open one record of yours for a while.{' '}
              <a href="/you/who-looked">Who, which, why and until when</a>
            </p>
          </Banner>
        )}
        {standing.wishesErasure && (
          <Banner tone="attention" label="You wish to be erased">
            <p>
              You asked an administrator to erase you. <a href="/you/erasure">Look at it, or take it back</a>
            </p>
          </Banner>
        )}
        <About {...props} />
        <Level {...props} />
        <Manager {...props} />
        <YourReports {...props} />
        <section aria-labelledby="_frameworks">
          <h2 id="_frameworks">Frameworks</h2>
          <FrameworksForYou all={frameworks} token={token} />
        </section>
      </>
    ),
  };
}

function About({ person }: YouPageProps) {
  const { pronouns, email, team, site, timeZone, staffNumber, joinedOn } = person;
  const text = (value: string | null) => value && <Phrase text={value} />;
  return (
    <>
      <Facts
        facts={[
          { term: 'Pronouns', value: text(pronouns) },
          { term: 'E-mail', value: text(email) },
          { term: 'Team', value: team === null ? 'None' : <Phrase text={team.name} /> },
          { term: 'Site', value: text(site) },
          { term: 'Time zone', value: text(timeZone) },
          { term: 'Joined', value: joinedOn && <DateInWords date={joinedOn} /> },
          { term: 'Staff number', value: text(staffNumber) },
        ]}
      />
      <p>
        <a href="/you/profile">Change pronouns, site or time zone</a>
      </p>
    </>
  );
}

function Level({ levels, published }: YouPageProps) {
  const held = levels.find(({ until }) => until === null);
  return (
    <section aria-labelledby="_level">
      <h2 id="_level">Your level</h2>
      {held === undefined ? (
        <p>
          No level has been set yet. Your line manager or an administrator writes it down; until then nothing
          here asks for one.
        </p>
      ) : (
        <p>
          <HeldLevel held={held} published={published} />
        </p>
      )}
      {levels.length > 0 && (
        <details class="fold">
          <summary>Every level you held, and who set it</summary>
          <LevelHistory levels={levels} published={published} />
        </details>
      )}
    </section>
  );
}

function Manager({ person: { manager, managerSince }, deputies }: YouPageProps) {
  const standingIn = deputies.filter((span) => span.manager === manager?.id);
  return (
    <section aria-labelledby="_manager">
      <h2 id="_manager">Your line manager</h2>
      {manager === null ? (
        <p>You report to nobody. What you share with your manager, nobody reads.</p>
      ) : (
        <p>
          {managerSince !== null && (
            <>
              From <DateInWords date={managerSince.toISOString()} />{' '}
            </>
          )}
          <PersonLink person={manager} /> reads what you share with your manager.{' '}
          <a href="/you/as-manager">See what that is</a>
        </p>
      )}
      {standingIn.length > 0 && (
        <ul>
          {standingIn.map((span) => (
            <li key={span.id}>
              <PersonLink person={span.deputy} /> stands in from <DateInWords date={span.firstDay} /> to{' '}
              <DateInWords date={span.lastDay} />, and reads it in those days too.
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function YourReports({ person: { id, reports, reportCount }, deputies }: YouPageProps) {
  if (reportCount === 0) return null;
  const own = deputies.filter((span) => span.manager === id);
  return (
    <section aria-labelledby="_reports">
      <h2 id="_reports">{counted(reportCount, 'person reports', 'people report')} to you</h2>
      <ul class="names">
        {reports.map((report) => (
          <li key={report.id}>
            <PersonLink person={report} />
          </li>
        ))}
      </ul>
      <p>
        {own.length === 0
          ? 'Nobody stands in for you.'
          : `${counted(own.length, 'deputy is', 'deputies are')} named.`}{' '}
        <a href="/you/deputies">Your deputies</a>
      </p>
    </section>
  );
}

function Right({ person, token }: { person: PersonShown; token: string }) {
  return (
    <aside class="right" aria-label="What you can do">
      <ul class="actions">
        <li>
          <a href={personAddress(person.id)}>Your page in the directory</a>
        </li>
        <li>
          <a href={`/people/line?at=${encodeURIComponent(person.id)}`}>Your place in the reporting line</a>
        </li>
        <li>
          <form method="post" action="/sign-out">
            <Token token={token} />
            <button type="submit">Sign out</button>
          </form>
        </li>
      </ul>
    </aside>
  );
}
