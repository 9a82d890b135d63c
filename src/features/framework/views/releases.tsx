import type { ReleaseStatus } from '../../../domain/release.ts';
import { DateInWords } from '../../../web/date.tsx';
import { dataAddress, digestAddress } from '../data/addresses.ts';
import { frameworkAddress } from './addresses.ts';
import type { Place } from './place.ts';

/** Every release with its status, from when that holds and what it was before, newest first. */
export function Releases({ place }: { place: Place }) {
  const { entry, edition } = place;
  return (
    <ul class="releases">
      {entry.releases.map(({ version, status, since, statuses, digest, framework }) => (
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
          {digest !== undefined && (
            <Digest
              digest={digest}
              of={version ?? ''}
              isPublic={!framework.roleProfiles.some(({ draft }) => draft)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Enough of a digest to tell releases apart at a glance; all of it opens, to be compared and copied. */
const SHOWN_DIGITS = 12;

/** What the release is known by everywhere: the same content has the same digest. */
function Digest(props: {
  digest: string;
  of: string;
  /** A document that holds role profiles marked as drafts is not. */
  isPublic: boolean;
}) {
  const { digest, of, isPublic } = props;
  const [algorithm, digits = ''] = digest.split(':');
  return (
    <details class="digest">
      <summary>
        Digest <code>{digits.slice(0, SHOWN_DIGITS)}…</code>
        <span class="visually-hidden"> of {of}</span>
      </summary>
      <p>
        {algorithm}: <code class="digits">{digits}</code>
      </p>
      <p class="quiet">
        {isPublic && (
          <>
            <a href={dataAddress(digestAddress(digest))}>The bytes it was made of</a>.{' '}
          </>
        )}
        To check it against a folder: <code>bin/cairn verify</code>
      </p>
    </details>
  );
}

function Earlier({ statuses }: { statuses: readonly ReleaseStatus[] }) {
  return statuses.toReversed().map(({ status, since }) => (
    <span key={since} class="quiet">
      ; {status} from <DateInWords date={since} />
    </span>
  ));
}
