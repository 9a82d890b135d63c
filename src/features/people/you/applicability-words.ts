import { type AppliesTo, applicability } from '../../../domain/applicability.ts';
import { policyInForce } from '../../../domain/policy.ts';
import type { PublishedEdition } from '../../../domain/published.ts';
import type { PersonShown } from '../directory/person-queries.ts';
import type { Standing } from './queries.ts';

export interface FrameworkForYou {
  edition: PublishedEdition;
  applies: AppliesTo;
  /** What it is to the person, in our words. */
  sentence: string;
  /** Whom it is for, in the release's own words. */
  quote: string | undefined;
}

/** What each published framework is to somebody. */
export function frameworksFor(
  editions: readonly PublishedEdition[],
  { team }: Pick<PersonShown, 'team'>,
  standing: Standing,
): FrameworkForYou[] {
  return editions.map((edition) => {
    const { id } = edition.framework;
    const policy = policyInForce(edition.framework);
    const placed = standing.placed.find(({ framework }) => framework === id);
    const applies = applicability({
      policy,
      reach: placed === undefined ? 'not set' : placed.within === null ? 'outside' : 'within',
      team: team?.name ?? null,
      chose: standing.chosen.includes(id),
    });
    const sentence = sentenceOf(applies, { team: team?.name, root: placed?.within?.name });
    return { edition, applies, sentence, quote: policy.appliesTo };
  });
}

function sentenceOf(
  { answer }: AppliesTo,
  { team, root }: { team: string | undefined; root: string | undefined },
): string {
  switch (answer) {
    case 'should use it':
      return `You should use it: your reporting line leads to ${root}.`;
    case 'is exempt':
      return `Your team, ${team}, is exempt.`;
    case 'chose to use it':
      return 'You chose to use it.';
    case 'may choose it':
      return 'Your reporting line is not one that it is for. You are free to use it anyway.';
    case 'is not for them':
      return 'Your reporting line is not one that it is for, and it is for nobody else.';
    case 'not placed':
      return 'Whose reporting line that is here, nobody has said yet.';
    case 'not said':
      return 'It does not say whom it is for.';
  }
}
