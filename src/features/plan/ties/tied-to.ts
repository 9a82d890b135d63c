import type { PlanTie } from '../../../domain/plan.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { findWording, type Wording } from '../../framework/index.ts';

/** A tie in the words of the release that it was made against. */
export interface TiedTo {
  tie: PlanTie;
  /** What the expectation is called at its level; its id where the release cannot be read. */
  competency: string;
  level: string;
  /** Absent where the release cannot be read. */
  said?: Wording;
}

export function tiedTo(published: PublishedFrameworks, tie: PlanTie): TiedTo {
  const { framework, release, expectation } = tie;
  const said = findWording(published, { framework, version: release, expectation });
  if (said === undefined) return { tie, competency: expectation, level: '' };
  return { tie, competency: said.heading, level: said.level.name, said };
}
