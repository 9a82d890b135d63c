import { FILTER_LIST_SCRIPT, FilterList } from '../../../../web/filter-list.tsx';
import { SelectField } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { Side, type SideLink } from '../../views/side.tsx';
import { type DirectoryShown, PeopleFound } from './people-found.tsx';

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
