import type { ReleaseStatus } from '../../../domain/release.ts';
import { DateInWords } from '../../../web/date.tsx';
import { frameworkAddress } from './addresses.ts';
import type { Place } from './place.ts';

/** Every release with its status, from when that holds and what it was before, newest first. */
export function Releases({ place }: { place: Place }) {
  const { entry, edition } = place;
  return (
    <ul class="releases">
      {entry.releases.map(({ version, status, since, statuses }) => (
        <li key={version}>
          <a
            href={frameworkAddress(entry.id, version)}
            aria-current={version === edition.version ? 'true' : undefined}
          >
            {version}
          </a>{' '}
          {status} since <DateInWords date={since} />
          {version === edition.version && <span class="quiet">, the one you are reading</span>}
          <Earlier statuses={statuses.slice(0, -1)} />
        </li>
      ))}
    </ul>
  );
}

function Earlier({ statuses }: { statuses: readonly ReleaseStatus[] }) {
  return statuses.toReversed().map(({ status, since }) => (
    <span key={since} class="quiet">
      ; {status} from <DateInWords date={since} />
    </span>
  ));
}
