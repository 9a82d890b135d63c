import { policyInForce } from '../../../domain/policy.ts';
import { earlierRows, type Row } from '../rows.ts';
import type { About } from './offered-levels.ts';

/** Where a level asks for what came before as well, that is walked like the level. */
export function withEarlier(
  { edition: { framework }, level }: About,
  chosen: readonly Row[],
): readonly Row[] {
  if (policyInForce(framework).earlierLevels !== 'evidenced') return chosen;
  const competencies = new Set(chosen.map(({ competency }) => competency.id));
  return [...chosen, ...earlierRows(framework, level.id, competencies)];
}
