/** One expectation as a release words it, for those who speak of it elsewhere. */
import type { Competency, Expectation, Level } from '../../domain/framework.ts';
import { findLevel } from '../../domain/ladder.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../domain/published.ts';
import { levelAddress } from './views/addresses.ts';
import { levelSheet } from './views/level-sheet.ts';

/** What names an expectation for good: its wording is that of the release. */
export interface NamedWording {
  framework: string;
  /** The newest release where it is left out. */
  version?: string | undefined;
  expectation: string;
}

export interface Wording {
  edition: PublishedEdition;
  level: Level;
  expectation: Expectation;
  competency?: Competency;
  /** What it is called at its level. */
  heading: string;
  /** Where it is read in its release. */
  address: string;
}

/** @returns undefined where no such thing is released */
export function findWording(published: PublishedFrameworks, named: NamedWording): Wording | undefined {
  const edition = published.find(named.framework, named.version);
  const expectation = edition?.framework.expectations.find(({ id }) => id === named.expectation);
  const level = edition && expectation && findLevel(edition.framework, expectation.level);
  if (edition === undefined || level === undefined) return undefined;
  const cell = levelSheet(edition.framework, level.id)
    .sections.flatMap(({ cells }) => cells)
    .find((candidate) => candidate.expectation === expectation);
  if (cell === undefined) return undefined;
  const { anchor, ...what } = cell;
  return {
    edition,
    level,
    ...what,
    address: levelAddress(named.framework, edition.version, level.id, anchor),
  };
}
