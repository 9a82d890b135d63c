import { Banner } from '../../../../web/banner.tsx';
import { counted } from '../../views/names.tsx';
import { ADMINISTRATION, ADMINISTRATION_LINKS, administrationPage } from './administration-side.tsx';

/** Where an administrator begins: what waits for them, and every page. */
export function startPage({ wishes, glass }: { wishes: number; glass: number }) {
  return administrationPage({
    heading: 'Administration',
    current: ADMINISTRATION,
    children: (
      <>
        <p class="lede">
          You look after the installation and the directory. Nobody’s record can be read from here: not what
          people note, not what they share, not what was agreed.
        </p>
        {wishes > 0 && (
          <Banner tone="attention" label="Waits for you">
            <p>
              {counted(wishes, 'person wishes', 'people wish')} to be erased.{' '}
              <a href="/administration/erasures">See who</a>
            </p>
          </Banner>
        )}
        {glass > 0 && (
          <Banner tone="attention" label="Open now">
            <p>
              {counted(glass, 'record is', 'records are')} open by breaking the glass.{' '}
              <a href="/administration/break-glass">See which</a>
            </p>
          </Banner>
        )}
        <ul class="rows">
          {ADMINISTRATION_LINKS.map(({ address, label, about }) => (
            <li key={address}>
              <p class="row-name">
                <a href={address}>{label}</a>
              </p>
              <p class="quiet">{about}</p>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}
