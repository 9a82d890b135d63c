import type { ComponentChildren } from 'preact';
import { DateInWords } from '../../../../web/date.tsx';
import { FILTER_LIST_SCRIPT, FilterList } from '../../../../web/filter-list.tsx';
import { SelectField } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { PersonLink, personAddress } from '../../views/names.tsx';
import { Side, type SideLink } from '../../views/side.tsx';
import type { DirectoryFilter, FilterChoices, ListedPerson } from '../queries.ts';

export interface DirectoryShown {
  people: readonly ListedPerson[];
  filter: DirectoryFilter;
  choices: FilterChoices;
  /** Id after which the next page begins; absent on the last one. */
  next?: string;
}

export const DIRECTORY = '/people';

const LINKS: readonly SideLink[] = [
  { address: DIRECTORY, label: 'Directory' },
  { address: '/people/line', label: 'Reporting line' },
];

/** Where somebody is among the pages about people. */
export function PeopleSide({ current }: { current: string }) {
  return (
    <Side label="People" title={{ address: DIRECTORY, label: 'People' }} links={LINKS} current={current} />
  );
}

export function directoryPage(shown: DirectoryShown, organisation: string | null): Page {
  return {
    title: 'People',
    draft: true,
    section: 'people',
    scripts: [FILTER_LIST_SCRIPT],
    left: <PeopleSide current={DIRECTORY} />,
    main: (
      <div class="people-pages">
        <h1>
          People
          {organisation !== null && (
            <>
              {' '}
              at <Phrase text={organisation} />
            </>
          )}
        </h1>
        <DirectoryFilterForm shown={shown} address={DIRECTORY} />
        <PeopleFound shown={shown} address={DIRECTORY} empty={<NobodyYet />} />
      </div>
    ),
  };
}

/** @param props.address of the page that the form is on */
export function DirectoryFilterForm({ shown, address }: { shown: DirectoryShown; address: string }) {
  const { filter, choices } = shown;
  return (
    <FilterList list="_found-people" label="Name or e-mail" asks={{ address, typed: filter.typed }}>
      <SelectField
        id="team"
        name="team"
        label="Team"
        none="Every team"
        value={filter.team ?? ''}
        groups={[
          { label: 'Teams', options: choices.teams.map(({ id, name }) => ({ value: id, label: name })) },
        ]}
      />
      <SelectField
        id="site"
        name="site"
        label="Site"
        none="Every site"
        value={filter.site ?? ''}
        groups={[{ label: 'Sites', options: choices.sites.map((site) => ({ value: site, label: site })) }]}
      />
      <SelectField
        id="who"
        name="who"
        label="Who"
        none="Who is here"
        value={filter.left ? 'left' : ''}
        groups={[{ label: 'Others', options: [{ value: 'left', label: 'Who has left' }] }]}
      />
    </FilterList>
  );
}

/** What changes as the directory is filtered: the list, what it says of itself, and the way on. */
export function PeopleFound(props: {
  shown: DirectoryShown;
  address: string;
  /** Where each name leads to. */
  leadsTo?: (id: string) => string;
  /** What stands here while there is nobody at all. */
  empty: ComponentChildren;
}) {
  const { shown, address, leadsTo = personAddress, empty } = props;
  const { people, filter, next } = shown;
  return (
    <div id="_found-people">
      {people.length === 0 && !isFiltered(filter) && empty}
      {people.length === 0 && isFiltered(filter) && (
        <p data-filter-found>
          Nobody {filter.left ? 'who has left ' : ''}matches. <a href={address}>Show everybody</a>
        </p>
      )}
      {people.length > 0 && (
        <>
          <p class="quiet" data-filter-found>
            {foundInWords(people.length, next !== undefined, filter)}
          </p>
          <ul class="people">
            {people.map((person) => (
              <PersonRow key={person.id} person={person} address={leadsTo(person.id)} />
            ))}
          </ul>
        </>
      )}
      <p class="buttons">
        {filter.after !== undefined && (
          <a href={withQuery(address, { ...filter, after: undefined })}>From the beginning</a>
        )}
        {next !== undefined && (
          <a href={withQuery(address, { ...filter, after: next })} rel="next">
            Further people
          </a>
        )}
      </p>
    </div>
  );
}

function PersonRow({ person, address }: { person: ListedPerson; address: string }) {
  const { name, pronouns, email, team, manager, site, leftOn } = person;
  return (
    <li>
      <p class="row-name">
        <a href={address}>
          <Phrase text={name} />
        </a>
        {pronouns !== null && (
          <span class="quiet">
            {' '}
            <Phrase text={pronouns} />
          </span>
        )}
      </p>
      <p class="quiet">
        {[
          team !== null && <Phrase key="team" text={team} />,
          site !== null && <Phrase key="site" text={site} />,
          email !== null && <Phrase key="email" text={email} />,
        ]
          .filter(Boolean)
          .map((part, index) => (
            <>
              {index > 0 && ', '}
              {part}
            </>
          ))}
      </p>
      <p class="quiet people-line">
        {leftOn !== null ? (
          <>
            Left on <DateInWords date={leftOn} />
          </>
        ) : manager === null ? (
          'Reports to nobody'
        ) : (
          <>
            Reports to <PersonLink person={manager} />
          </>
        )}
      </p>
    </li>
  );
}

function foundInWords(shown: number, more: boolean, { after }: DirectoryFilter): string {
  if (more) return `${shown} people on this page, and there are more.`;
  if (after !== undefined) return `The last ${shown} people.`;
  return shown === 1 ? '1 person.' : `${shown} people.`;
}

function isFiltered({ typed, team, site, left, after }: DirectoryFilter): boolean {
  return typed !== '' || team !== undefined || site !== undefined || left || after !== undefined;
}

function withQuery(address: string, { typed, team, site, left, after }: DirectoryFilter): string {
  const query = new URLSearchParams({
    ...(typed === '' ? {} : { q: typed }),
    ...(team === undefined ? {} : { team }),
    ...(site === undefined ? {} : { site }),
    ...(left ? { who: 'left' } : {}),
    ...(after === undefined ? {} : { after }),
  });
  return query.size === 0 ? address : `${address}?${query}`;
}

function NobodyYet() {
  return (
    <div class="empty">
      <p>
        Nobody is in the directory yet. An administrator adds people one by one, or all at once from a
        spreadsheet.
      </p>
    </div>
  );
}
