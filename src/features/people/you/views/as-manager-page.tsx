import type { ComponentChildren } from 'preact';
import type { PublishedFrameworks } from '../../../../domain/published.ts';
import { DateInWords } from '../../../../web/date.tsx';
import type { Page } from '../../../../web/page.ts';
import type { Viewer } from '../../../../web/session.ts';
import { Phrase } from '../../../../web/text.tsx';
import type { PersonShown, ShownDeputy } from '../../directory/person-queries.ts';
import { LevelHistory } from '../../level/level-words.tsx';
import type { LevelInHistory } from '../../level/queries.ts';
import { Facts } from '../../views/facts.tsx';
import { List, PersonLink } from '../../views/names.tsx';
import { YouSide } from './you-side.tsx';

export function asManagerPage(props: {
  viewer: Viewer;
  person: PersonShown;
  levels: readonly LevelInHistory[];
  deputies: readonly ShownDeputy[];
  /** Ids of the frameworks that they chose to use. */
  chosen: readonly string[];
  published: PublishedFrameworks;
  /** What later features show a manager. */
  parts: readonly { title: string; shown: ComponentChildren }[];
}): Page {
  const { viewer, person, levels, deputies, chosen, published, parts } = props;
  const names = chosen.map((id) => published.find(id)?.framework.name ?? id);
  return {
    title: 'What your manager sees',
    draft: true,
    section: 'you',
    left: <YouSide current="/you/as-manager" viewer={viewer} />,
    main: (
      <>
        <h1>What your manager sees</h1>
        <p class="lede">
          <Who manager={person.manager} deputies={deputies} />
        </p>
        <Facts
          facts={[
            { term: 'Team', value: person.team === null ? 'None' : <Phrase text={person.team.name} /> },
            {
              term: 'Frameworks you chose',
              value: names.length === 0 ? 'None' : <List of={names.map((name) => <Phrase text={name} />)} />,
            },
          ]}
        />
        <section aria-labelledby="_level">
          <h2 id="_level">Your level and its history</h2>
          {levels.length === 0 ? (
            <p>No level has been set yet.</p>
          ) : (
            <LevelHistory levels={levels} published={published} />
          )}
        </section>
        {parts.map(({ title, shown }, index) => (
          <section key={title} aria-labelledby={`_part-${index}`}>
            <h2 id={`_part-${index}`}>{title}</h2>
            {shown}
          </section>
        ))}
        <p class="quiet">
          What everybody who is signed in sees of you is in the directory. Each time that somebody opens
          something of yours it is written down: <a href="/you/who-looked">who looked</a>.
        </p>
      </>
    ),
  };
}

function Who(props: { manager: PersonShown['manager']; deputies: readonly ShownDeputy[] }) {
  const { manager, deputies } = props;
  if (manager === null)
    return <>You report to nobody, so nobody sees this. Once you have a line manager, they will.</>;
  return (
    <>
      <PersonLink person={manager} /> sees this
      {deputies.map(({ id, deputy, firstDay, lastDay }) => (
        <span key={id}>
          , and so does <PersonLink person={deputy} /> from <DateInWords date={firstDay} /> to{' '}
          <DateInWords date={lastDay} />
        </span>
      ))}
      .
    </>
  );
}
