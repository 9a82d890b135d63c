/** What is talked about, in the frozen wording. */
import type { Competency, Expectation, Framework, Level } from '../../domain/framework.ts';
import { earlierLevels, findLevel } from '../../domain/ladder.ts';
import { policyInForce } from '../../domain/policy.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../domain/published.ts';
import { levelSheet } from '../framework/index.ts';
import type { Talk } from './talk.ts';

/** One expectation that is talked about. */
export interface Row {
  expectation: Expectation;
  competency: Pick<Competency, 'id' | 'name'> & { definition?: string };
  level: Pick<Level, 'id' | 'name'>;
  /** What the competency is called at this level. */
  heading: string;
}

/** @throws Error where the release is not there, which the database does not allow */
export function wordingOf(published: PublishedFrameworks, talk: Talk): PublishedEdition {
  const edition = published.find(talk.framework, talk.release);
  if (edition === undefined) throw new Error(`no release ${talk.framework}@${talk.release}`);
  return edition;
}

/** What a level expects, in the framework's own order, without cells that say nothing. */
export function rowsAt(framework: Framework, level: string): Row[] {
  return levelSheet(framework, level)
    .sections.flatMap(({ cells }) => cells)
    .filter(({ expectation }) => expectation.state === 'present')
    .map(({ expectation, competency, heading }) => ({
      expectation,
      competency: competency ?? { id: expectation.competency, name: heading },
      level: levelOf(framework, level),
      heading,
    }));
}

/**
 * What earlier levels expect of the same competencies, where the policy of the release lets either side raise it, or
 * asks for it as well.
 *
 * @param competencies ids; all where it is left out
 */
export function earlierRows(framework: Framework, level: string, competencies?: ReadonlySet<string>): Row[] {
  if (policyInForce(framework).earlierLevels === 'not considered') return [];
  return earlierLevels(framework.levels, level)
    .toReversed()
    .flatMap(({ id }) => rowsAt(framework, id))
    .filter(({ competency }) => competencies?.has(competency.id) ?? true);
}

/** The rows of these expectations, in the order in which they are named. */
export function rowsOf(framework: Framework, expectations: readonly string[]): Row[] {
  const levels = new Set(
    framework.expectations.filter(({ id }) => expectations.includes(id)).map(({ level }) => level),
  );
  const known = new Map(
    [...levels].flatMap((level) => rowsAt(framework, level)).map((row) => [row.expectation.id, row]),
  );
  return expectations.flatMap((id) => known.get(id) ?? []);
}

export function levelOf(framework: Framework, id: string): Pick<Level, 'id' | 'name'> {
  return findLevel(framework, id) ?? { id, name: id };
}
