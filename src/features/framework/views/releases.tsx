import { DateInWords } from '../../../web/date.tsx';
import { frameworkAddress } from './addresses.ts';
import type { Place } from './place.ts';

/** Every release with its status and from when that holds, newest first. */
export function Releases({ place }: { place: Place }) {
  const { entry, edition } = place;
  return (
    <ul class="releases">
      {entry.releases.map(({ version, status, since }) => (
        <li key={version}>
          <a
            href={frameworkAddress(entry.id, version)}
            aria-current={version === edition.version ? 'true' : undefined}
          >
            {version}
          </a>{' '}
          {status} since <DateInWords date={since} />
          {version === edition.version && <span class="quiet">, the one you are reading</span>}
        </li>
      ))}
    </ul>
  );
}
