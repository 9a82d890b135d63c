import type { Policy } from './policy.ts';

/** Whether somebody's reporting line is among those that a framework is for. */
export type Reach = 'within' | 'outside' | 'not set';

/** What a framework is to one person. */
export type Applicability =
  /** Their reporting line is one that the framework is for. */
  | 'should use it'
  /** Their team is named among those that are exempt. */
  | 'is exempt'
  /** It is not for them, and they chose to use it anyway. */
  | 'chose to use it'
  /** It is not for them, and they are free to use it. */
  | 'may choose it'
  | 'is not for them'
  /** The release says whom it is for, and nobody has said yet whose reporting line that is. */
  | 'not placed'
  /** The release does not say whom it is for. */
  | 'not said';

export interface AppliesTo {
  answer: Applicability;
  /** Whether they may choose to use it now. */
  mayChoose: boolean;
  /** Whether the release says that some teams are exempt and does not name them. */
  exemptTeamsUnknown: boolean;
}

/** Whom a release is for is its policy's to say; who that is in the organisation, an administrator's. */
export function applicability(asked: {
  policy: Pick<Policy, 'appliesTo' | 'exempt' | 'voluntaryUse'>;
  reach: Reach;
  /** Name of the person's team. */
  team: string | null;
  chose: boolean;
}): AppliesTo {
  const answer = answerTo(asked);
  const { voluntaryUse, exempt } = asked.policy;
  return {
    answer,
    mayChoose: voluntaryUse && MAY_CHOOSE.has(answer),
    exemptTeamsUnknown: exempt === 'unknown' && (answer === 'should use it' || answer === 'not placed'),
  };
}

const MAY_CHOOSE: ReadonlySet<Applicability> = new Set([
  'is exempt',
  'may choose it',
  'not placed',
  'not said',
]);

function answerTo({ policy, reach, team, chose }: Parameters<typeof applicability>[0]): Applicability {
  const exempt = isExempt(policy.exempt, team);
  if (reach === 'within' && !exempt) return 'should use it';
  if (chose) return 'chose to use it';
  if (exempt) return 'is exempt';
  if (reach === 'outside') return policy.voluntaryUse ? 'may choose it' : 'is not for them';
  return policy.appliesTo === undefined ? 'not said' : 'not placed';
}

function isExempt(exempt: Policy['exempt'], team: string | null): boolean {
  if (exempt === 'unknown' || team === null) return false;
  const own = team.trim().toLowerCase();
  return exempt.some((name) => name.trim().toLowerCase() === own);
}
