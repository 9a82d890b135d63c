import { FILTER_LIST_SCRIPT } from '../../../../web/filter-list.tsx';
import { DirectoryFilterForm } from '../../directory/views/directory-page.tsx';
import { type DirectoryShown, PeopleFound } from '../../directory/views/people-found.tsx';
import { PEOPLE } from './add-person-page.tsx';
import { administrationPage } from './administration-side.tsx';
import { administeredAddress } from './person-page.tsx';

export function peoplePage(shown: DirectoryShown, done: string | undefined) {
  return administrationPage({
    heading: 'People',
    current: PEOPLE,
    done,
    scripts: [FILTER_LIST_SCRIPT],
    wide: true,
    children: (
      <>
        <p class="buttons">
          <a class="button" href={`${PEOPLE}/new`}>
            Add somebody
          </a>
          <a href="/administration/import">Import from a spreadsheet</a>
        </p>
        <DirectoryFilterForm shown={shown} address={PEOPLE} />
        <PeopleFound
          shown={shown}
          address={PEOPLE}
          leadsTo={administeredAddress}
          empty={<p>Nobody is in the directory yet.</p>}
        />
      </>
    ),
  });
}
