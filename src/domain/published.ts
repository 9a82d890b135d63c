import type { Framework } from './framework.ts';
import type { ReleasedStatus } from './release.ts';

/** A release as those need it who speak of its levels and expectations. */
export interface PublishedEdition {
  /** With its confirmations applied. */
  framework: Framework;
  version: string;
  status: ReleasedStatus;
}

/** Everything that is released, at one moment. */
export interface PublishedFrameworks {
  /** The newest release of each framework, in the order of their ids. */
  newest(): readonly PublishedEdition[];
  /** A release; the newest one where no version is named. */
  find(framework: string, version?: string | null): PublishedEdition | undefined;
}
