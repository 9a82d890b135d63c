import type { z } from 'zod';
import { CairnError } from '../../../domain/errors.ts';
import type { Tie } from '../../../domain/evidence.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { tieToNewest } from '../expectations.ts';
import type { LevelHeld } from '../queries/standing.ts';
import { tieValue } from '../tie-value.ts';
import type { speaksTo } from './schemas.ts';

/**
 * Ties to what a program names.
 *
 * @param tied what is tied already: it keeps its wording, and may be there no longer
 * @throws CairnError `invalid` for what nothing is known of
 */
export function tiesOf(
  named: readonly z.infer<typeof speaksTo>[],
  published: PublishedFrameworks,
  held: LevelHeld | undefined,
  tied: readonly Tie[] = [],
): Tie[] {
  return named.map(({ framework = held?.framework, expectation, point }) => {
    if (framework === undefined) {
      const message = `Say of which framework the expectation "${expectation}" is: no level is set for you.`;
      throw new CairnError('invalid', message, 'Add "framework" beside "expectation".');
    }
    const target = { framework, expectation, point };
    const already = tied.find((tie) => tieValue(tie) === tieValue(target));
    const tie = already ?? tieToNewest(published, target);
    if (tie !== undefined) return tie;
    const what =
      point === undefined ? `expectation "${expectation}"` : `point "${point}" of "${expectation}"`;
    throw new CairnError(
      'invalid',
      `The framework "${framework}" has no ${what}.`,
      `/frameworks/${framework}.json lists the ids.`,
    );
  });
}
