import type { Framework } from '../../../domain/framework.ts';
import type { PlanTie } from '../../../domain/plan.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';

/** An expectation as an address or a form names it: whatever wording is the newest. */
export interface TieTarget {
  framework: string;
  /** Id of the expectation. */
  expectation: string;
}

/** A target as one value. Ids are opaque, so both parts are percent-encoded. */
export function tieValue({ framework, expectation }: TieTarget): string {
  return [framework, expectation].map(encodeURIComponent).join('/');
}

/** Undefined for what no page of ours writes. */
export function targetOf(value: string): TieTarget | undefined {
  try {
    const [framework, expectation, more] = value.split('/').map(decodeURIComponent);
    if (!framework || !expectation || more !== undefined) return undefined;
    return { framework, expectation };
  } catch {
    return undefined;
  }
}

/** The tie to what the newest release says; undefined where it says nothing there that somebody could show. */
export function tieToNewest(published: PublishedFrameworks, target: TieTarget): PlanTie | undefined {
  const edition = published.find(target.framework);
  const cell = edition && expectationIn(edition.framework, target.expectation);
  if (edition === undefined || cell?.state !== 'present') return undefined;
  return { ...target, release: edition.version };
}

/** The ties that a form or an address names, each once. What is no longer there to be shown was never offered. */
export function tiesIn(published: PublishedFrameworks, values: readonly string[]): PlanTie[] {
  const ties = values.flatMap((value) => {
    const target = targetOf(value);
    return (target && tieToNewest(published, target)) ?? [];
  });
  return [...new Map(ties.map((tie) => [tieValue(tie), tie])).values()];
}

export function expectationIn({ expectations }: Framework, id: string) {
  return expectations.find((cell) => cell.id === id);
}
