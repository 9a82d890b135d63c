/** Levels by their names: a history keeps ids, and the wording of the release in force when each was set. */
import { findLevel } from '../../../domain/ladder.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase } from '../../../web/text.tsx';
import { Whoever } from '../views/names.tsx';
import type { LevelInHistory } from './queries.ts';

export interface LevelNames {
  level: string;
  framework: string;
  /** The version that the names are of; absent where the framework is no longer here. */
  version?: string;
}

/** What a level and its framework are called, as the release in force then said it. */
export function levelNames(
  published: PublishedFrameworks,
  held: { framework: string; level: string; releaseVersion?: string | null },
): LevelNames {
  const edition = published.find(held.framework, held.releaseVersion) ?? published.find(held.framework);
  if (edition === undefined) return { level: held.level, framework: held.framework };
  const level = findLevel(edition.framework, held.level);
  return { level: level?.name ?? held.level, framework: edition.framework.name, version: edition.version };
}

/** "Lead Engineer, Harbour Operations 1.1.0, since 1 March 2026" */
export function HeldLevel(props: { held: LevelInHistory; published: PublishedFrameworks }) {
  const { held, published } = props;
  const { level, framework, version } = levelNames(published, held);
  const address = `/frameworks/${encodeURIComponent(held.framework)}@${encodeURIComponent(version ?? '')}`;
  const name = <Phrase text={level} />;
  return (
    <>
      {version === undefined ? (
        name
      ) : (
        <a href={`${address}/levels/${encodeURIComponent(held.level)}`}>{name}</a>
      )}
      , <Phrase text={framework} />
      {version !== undefined && ` ${version}`}, since <DateInWords date={held.since} />
    </>
  );
}

/** Every level that somebody held, newest first, and who set it. */
export function LevelHistory(props: { levels: readonly LevelInHistory[]; published: PublishedFrameworks }) {
  const { levels, published } = props;
  return (
    <ul class="rows history">
      {levels.map((held) => (
        <li key={held.id}>
          <p>
            <HeldLevel held={held} published={published} />
            {held.until !== null && (
              <>
                {' '}
                until <DateInWords date={held.until} />
              </>
            )}
          </p>
          <p class="quiet">
            Set on <DateInWords date={held.setAt.toISOString()} /> by{' '}
            {held.setByCommand ? 'the command line' : <Whoever person={held.setBy} />}
          </p>
        </li>
      ))}
    </ul>
  );
}
