import type { PublishedFrameworks } from '../../../../domain/published.ts';
import { DateInWords } from '../../../../web/date.tsx';
import { Phrase } from '../../../../web/text.tsx';
import type { LevelInHistory } from '../../level/queries.ts';
import type { Fact } from '../../views/facts.tsx';
import { List, PersonLink } from '../../views/names.tsx';
import type { PersonShown, ShownDeputy } from '../person-queries.ts';
import { localTime } from './local-time.ts';

export interface PersonPageProps {
  person: PersonShown;
  /** Empty where the viewer may not know them. */
  levels: readonly LevelInHistory[];
  deputies: readonly ShownDeputy[];
  published: PublishedFrameworks;
  viewer: { person: string; administrator: boolean };
  now: Date;
  done?: string;
}

/** What is known of somebody, as far as the viewer may know it. */
export function factsOf(props: PersonPageProps): Fact[] {
  const { person, deputies, published, now } = props;
  const { email, team, manager, site, timeZone, joinedOn, staffNumber, leftOn } = person;
  const time = timeZone === null ? undefined : localTime(timeZone, now);
  return [
    { term: 'E-mail', value: email && <a href={`mailto:${email}`}>{email}</a> },
    { term: 'Team', value: team && <Phrase text={team.name} /> },
    {
      term: 'Reports to',
      value: manager ? <PersonLink person={manager} /> : leftOn === null ? 'Nobody' : null,
    },
    {
      term: 'Deputies',
      value:
        deputies.length === 0 ? null : (
          <List of={deputies.map((span) => <Span key={span.id} span={span} />)} />
        ),
    },
    { term: 'Site', value: site && <Phrase text={site} /> },
    {
      term: 'Time zone',
      value: timeZone && (
        <>
          <Phrase text={timeZone} />
          {time !== undefined && <span class="quiet"> {time} there now</span>}
        </>
      ),
    },
    { term: 'Joined', value: joinedOn && <DateInWords date={joinedOn} /> },
    { term: 'Staff number', value: staffNumber && <Phrase text={staffNumber} /> },
    {
      term: 'Chose to use',
      value:
        person.chosen.length === 0 ? null : (
          <List of={person.chosen.map((id) => frameworkName(id, published))} />
        ),
    },
    { term: 'For this installation', value: rolesOf(person, published) },
  ];
}

function frameworkName(id: string, published: PublishedFrameworks) {
  return <Phrase text={published.find(id)?.framework.name ?? id} />;
}

function Span({ span }: { span: ShownDeputy }) {
  return (
    <>
      <PersonLink person={span.deputy} /> from <DateInWords date={span.firstDay} /> to{' '}
      <DateInWords date={span.lastDay} />
    </>
  );
}

function rolesOf({ administrator, headOver, stewardOf }: PersonShown, published: PublishedFrameworks) {
  const roles = [
    ...(administrator ? ['Administrator'] : []),
    ...headOver.map((root) => (
      <>
        Head of operations over the line of <PersonLink person={root} />
      </>
    )),
    ...stewardOf.map((id) => <>Steward of {frameworkName(id, published)}</>),
  ];
  return roles.length === 0 ? null : <List of={roles} />;
}
