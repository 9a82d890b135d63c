import type { ComponentChildren } from 'preact';
import { DateInWords } from '../../../../web/date.tsx';
import { Phrase } from '../../../../web/text.tsx';
import { PersonLink, personAddress } from '../../views/names.tsx';
import type { DirectoryFilter, FilterChoices, ListedPerson } from '../queries.ts';

export interface DirectoryShown {
  people: readonly ListedPerson[];
  filter: DirectoryFilter;
  choices: FilterChoices;
  /** Id after which the next page begins; absent on the last one. */
  next?: string;
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
