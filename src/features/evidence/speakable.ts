/** The expectations that an address carries to the form of a new note, e.g. from the page of a level. */
import type { Expectation, Framework } from '../../domain/framework.ts';
import type { PublishedFrameworks } from '../../domain/published.ts';
import { nameOf } from './expectations.ts';
import type { LevelHeld } from './queries/standing.ts';
import { targetOf, tieValue } from './tie-value.ts';
import type { Speakable } from './views/speaks-to-field.tsx';

/** More than this many would hide the one field that matters. */
const MOST = 60;

/**
 * @param query `framework` with `level` or `competency` offers those of it; `speaks-to` names some by their values
 * @returns each with whether the address itself chose it: the one it names, or that of the own level
 */
export function speakableAt(
  published: PublishedFrameworks,
  query: Readonly<Record<string, string>>,
  held: LevelHeld | undefined,
): (Speakable & { chosen: boolean })[] {
  const named = (query['speaks-to'] ?? '').split(' ').flatMap((value) => targetOf(value) ?? []);
  const framework = published.find(query.framework ?? named[0]?.framework ?? '')?.framework;
  if (framework === undefined) return [];
  const ids = new Set(named.map(({ expectation }) => expectation));
  const offered = framework.expectations.filter(
    (cell) => cell.state === 'present' && isOffered(cell, query, ids),
  );
  const own = held?.framework === framework.id ? held.level : undefined;
  return offered.slice(0, MOST).map((cell) => ({
    ...inWords(framework, cell),
    chosen: ids.has(cell.id) || (query.competency !== undefined && cell.level === own),
  }));
}

function isOffered(
  { id, level, competency }: Expectation,
  query: Readonly<Record<string, string>>,
  named: ReadonlySet<string>,
): boolean {
  if (named.size > 0) return named.has(id);
  if (query.level !== undefined) return level === query.level;
  return query.competency !== undefined && competency === query.competency;
}

function inWords(framework: Framework, expectation: Expectation): Speakable {
  return {
    value: tieValue({ framework: framework.id, expectation: expectation.id }),
    competency: nameOf(framework, expectation),
    level: framework.levels.find(({ id }) => id === expectation.level)?.name ?? expectation.level,
  };
}
