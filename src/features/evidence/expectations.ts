/** From ties to the words they stand for, and from ids that were sent to ties. */
import type { Tie, TieTarget } from '../../domain/evidence.ts';
import type { Expectation, Framework, Point } from '../../domain/framework.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../domain/published.ts';
import { isSameWording } from '../../domain/wording.ts';

/** A tie in the words of the release that it was made against. */
export interface SpokenTo {
  tie: Tie;
  /** What the expectation is called at its level; its id where the release cannot be read. */
  competency: string;
  level: string;
  /** Absent where the release cannot be read. */
  said?: Wording;
  /** What the newest release says where that differs; `gone` where it has no such expectation or point any more. */
  since: 'same' | 'gone' | Wording;
}

/** An expectation, or one of its points, as one release words it. */
export interface Wording {
  framework: Framework;
  version: string;
  expectation: Expectation;
  point?: Point;
}

export function spokenTo(published: PublishedFrameworks, tie: Tie): SpokenTo {
  const said = wordingIn(published.find(tie.framework, tie.release), tie);
  const now = wordingIn(published.find(tie.framework), tie);
  const { expectation, framework } = said ?? {};
  return {
    tie,
    competency: expectation && framework ? nameOf(framework, expectation) : tie.expectation,
    level: framework?.levels.find(({ id }) => id === expectation?.level)?.name ?? '',
    ...(said === undefined ? {} : { said }),
    since: changeOf(said, now, tie.point),
  };
}

/** What the framework calls an expectation at its level. */
export function nameOf(framework: Framework, { name, competency }: Expectation): string {
  return name ?? framework.competencies.find(({ id }) => id === competency)?.name ?? competency;
}

/** The tie to what the newest release says; undefined where it says nothing there that evidence could speak to. */
export function tieToNewest(published: PublishedFrameworks, target: TieTarget): Tie | undefined {
  const wording = wordingIn(published.find(target.framework), target);
  if (wording === undefined || wording.expectation.state !== 'present') return undefined;
  const { framework, expectation, point } = target;
  return { framework, release: wording.version, expectation, ...(point === undefined ? {} : { point }) };
}

function wordingIn(edition: PublishedEdition | undefined, target: TieTarget): Wording | undefined {
  if (edition === undefined) return undefined;
  const { framework, version } = edition;
  const expectation = expectationsById(framework).get(target.expectation);
  if (expectation === undefined) return undefined;
  if (target.point === undefined) return { framework, version, expectation };
  const point = expectation.points.find(({ id }) => id === target.point);
  return point && { framework, version, expectation, point };
}

function changeOf(said: Wording | undefined, now: Wording | undefined, point?: string): SpokenTo['since'] {
  if (said === undefined) return 'same';
  if (now === undefined) return 'gone';
  return isSameWording(said.expectation, now.expectation, point) ? 'same' : now;
}

const known = new WeakMap<Framework, ReadonlyMap<string, Expectation>>();

/** Made once a framework: frameworks never change in place. */
function expectationsById(framework: Framework): ReadonlyMap<string, Expectation> {
  const made = known.get(framework) ?? new Map(framework.expectations.map((cell) => [cell.id, cell]));
  known.set(framework, made);
  return made;
}
