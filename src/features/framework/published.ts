import type { PublishedEdition, PublishedFrameworks } from '../../domain/published.ts';
import type { ReleasedStatus } from '../../domain/release.ts';
import { type Catalogue, type Edition, findEdition } from './catalogue.ts';

/** What of a catalogue is released, for other features. */
export function publishedIn({ frameworks }: Catalogue): PublishedFrameworks {
  return {
    newest: () => frameworks.flatMap(({ releases }) => released(releases[0]) ?? []),
    find: (id, version) => {
      const entry = frameworks.find((candidate) => candidate.id === id);
      return entry && released(findEdition(entry, version ?? undefined));
    },
  };
}

function released(edition: Edition | undefined): PublishedEdition | undefined {
  if (edition?.version === undefined) return undefined;
  return { framework: edition.framework, version: edition.version, status: edition.status as ReleasedStatus };
}
