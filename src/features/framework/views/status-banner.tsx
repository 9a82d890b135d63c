import type { Framework, Level, Status } from '../../../domain/framework.ts';
import { Banner } from '../../../web/banner.tsx';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase } from '../../../web/text.tsx';
import type { Edition } from '../catalogue.ts';
import { frameworkAddress, levelAddress } from './addresses.ts';
import type { Place } from './place.ts';

/** What to know before reading: the status, a newer version, and what the source says of itself. */
export function StatusBanner({ place, level }: { place: Place; level?: Level }) {
  const { status } = place.edition;
  const newer = newerRelease(place);
  const words = STATUS_WORDS[status];
  const statements = sourceStatements(place.edition.framework, level);
  if (words === undefined && newer === undefined && statements.length === 0) return null;
  const attention = status === 'draft' || status === 'beta' || newer !== undefined;
  return (
    <Banner tone={attention ? 'attention' : 'plain'} label="Status">
      {newer !== undefined && <NewerVersion place={place} newer={newer} level={level} />}
      {words !== undefined && (
        <p>
          <strong>{words.label}:</strong> {words.meaning}
        </p>
      )}
      {statements.map(({ quote, page }) => (
        <p key={`${page} ${quote}`} dir="auto">
          The source says of{' '}
          {page === undefined ? (
            'itself'
          ) : (
            <>
              its page <Phrase text={page} />
            </>
          )}
          : “<Phrase text={quote} />”
        </p>
      ))}
    </Banner>
  );
}

const STATUS_WORDS: Record<Status, { label: string; meaning: string } | undefined> = {
  draft: {
    label: 'Draft',
    meaning:
      'not released. Only stewards and people with a preview link see it, and anything in it may change.',
  },
  beta: {
    label: 'Beta',
    meaning:
      'ready to use; wording and examples may still change. What you write keeps the wording it was written against.',
  },
  published: undefined,
  legacy: {
    label: 'Legacy',
    meaning: 'kept for those who still use it or refer to it. It is no longer developed.',
  },
};

function NewerVersion(props: { place: Place; newer: Edition; level: Level | undefined }) {
  const { place, newer, level } = props;
  const { id } = place.entry;
  const sameLevel = level && newer.framework.levels.find((candidate) => candidate.id === level.id);
  const address = sameLevel ? levelAddress(id, undefined, sameLevel.id) : frameworkAddress(id);
  return (
    <p>
      A newer version exists:{' '}
      <a href={address}>
        {newer.version}
        {sameLevel && (
          <>
            , <Phrase text={sameLevel.name} />
          </>
        )}
      </a>
      , {newer.status} since <DateInWords date={newer.since} />.
    </p>
  );
}

/** The newest release where the one being read is an older one. A draft is newer than all. */
function newerRelease({ entry, edition }: Place): Edition | undefined {
  const newest = entry.releases[0];
  return edition.version === undefined || newest === edition ? undefined : newest;
}

interface Statement {
  quote: string;
  /** The level that it speaks of, where that is not the page being read. */
  page: string | undefined;
}

function sourceStatements({ sourceStatus, levels }: Framework, level: Level | undefined): Statement[] {
  const names = new Map(levels.map(({ id, name }) => [id, name]));
  const statements = sourceStatus
    .filter((said) => level === undefined || said.level === undefined || said.level === level.id)
    .map((said) => ({
      quote: said.quote,
      page: level === undefined && said.level !== undefined ? names.get(said.level) : undefined,
    }));
  return [
    ...new Map(statements.map((statement) => [`${statement.page} ${statement.quote}`, statement])).values(),
  ];
}
