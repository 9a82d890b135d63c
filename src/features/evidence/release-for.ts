import type { PublishedFrameworks } from '../../domain/published.ts';
import type { LevelHeld } from './queries/standing.ts';

/** The release in force for whoever holds a level: the newest of its framework. */
export function releaseFor(published: PublishedFrameworks, level: LevelHeld | undefined) {
  const edition = level && published.find(level.framework);
  return edition && { framework: edition.framework.id, version: edition.version };
}
