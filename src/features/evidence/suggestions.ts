import type { Evidence } from '../../domain/evidence.ts';
import type { Framework } from '../../domain/framework.ts';
import type { PublishedFrameworks } from '../../domain/published.ts';
import { excerptOf, plainText } from './excerpt.ts';
import { nameOf } from './expectations.ts';
import type { LevelHeld } from './queries/standing.ts';
import { buildSuggester, type Suggester } from './suggest/index.ts';
import { tieValue } from './tie-value.ts';

/** A suggestion in words. It only ever offers: its owner ties. */
export interface SuggestedTie {
  /** As a form sends it. */
  value: string;
  competency: string;
  level: string;
  /** What it says there: the point, or the beginning of the whole. */
  text: string;
  /** Words of the note that speak for it. */
  because: string[];
}

/** What a piece of evidence may speak to besides what it is tied to. None for somebody without a level. */
export function suggestedTies(
  published: PublishedFrameworks,
  held: LevelHeld | undefined,
  evidence: Pick<Evidence, 'text' | 'kind' | 'ties'>,
): SuggestedTie[] {
  const framework = held && published.find(held.framework)?.framework;
  if (framework === undefined || held === undefined) return [];
  const { text, kind, ties } = evidence;
  const tied = new Set(ties.map(tieValue));
  return suggesterOf(framework)({ text, level: held.level, ...(kind === undefined ? {} : { kind }) })
    .map(({ expectation, point, because }) => {
      const target = { framework: framework.id, expectation: expectation.id };
      const said = expectation.points.find(({ id }) => id === point)?.text;
      return {
        value: tieValue({ ...target, point }),
        competency: nameOf(framework, expectation),
        level: framework.levels.find(({ id }) => id === expectation.level)?.name ?? expectation.level,
        text: said === undefined ? excerptOf(framework, expectation) : plainText(framework, said),
        because,
      };
    })
    .filter(({ value }) => !tied.has(value));
}

const suggesters = new WeakMap<Framework, Suggester>();

/** Made once a framework: reading its words takes longer than asking. */
function suggesterOf(framework: Framework): Suggester {
  const made = suggesters.get(framework) ?? buildSuggester(framework);
  suggesters.set(framework, made);
  return made;
}
