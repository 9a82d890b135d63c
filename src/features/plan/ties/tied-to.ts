import type { Expectation, Framework } from '../../../domain/framework.ts';
import type { PlanTie } from '../../../domain/plan.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { expectationAddress } from '../../framework/index.ts';
import { expectationIn } from './tie.ts';

/** A tie in the words of the release that it was made against. */
export interface TiedTo {
  tie: PlanTie;
  /** What the expectation is called at its level; its id where the release cannot be read. */
  competency: string;
  level: string;
  /** Absent where the release cannot be read. */
  said?: { framework: Framework; expectation: Expectation; address: string };
}

export function tiedTo(published: PublishedFrameworks, tie: PlanTie): TiedTo {
  const edition = published.find(tie.framework, tie.release);
  const expectation = edition && expectationIn(edition.framework, tie.expectation);
  if (edition === undefined || expectation === undefined) {
    return { tie, competency: tie.expectation, level: '' };
  }
  const { framework, version } = edition;
  const address = expectationAddress(framework, version, expectation);
  return {
    tie,
    competency: nameOf(framework, expectation),
    level: levelName(framework, expectation.level),
    said: { framework, expectation, address },
  };
}

/** What the framework calls an expectation at its level. */
export function nameOf({ competencies }: Framework, { name, competency }: Expectation): string {
  return name ?? competencies.find(({ id }) => id === competency)?.name ?? competency;
}

export function levelName({ levels }: Framework, level: string): string {
  return levels.find(({ id }) => id === level)?.name ?? level;
}
