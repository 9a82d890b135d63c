import type { Origin } from './origin.ts';

/** The rules that a release is used by. Data of the release, shown beside every answer. */
export interface Policy {
  /** What holds for levels below the one talked about. Default `assumed`: met unless one side raises one. */
  earlierLevels: 'assumed' | 'evidenced' | 'not considered';
  /** Whether a level asks for every competency. The known sources are silent; `false` is a default to confirm. */
  everyCompetencyRequired: boolean;
  examples: 'illustrative';
  weighting: 'none';
  /** Whether engineers who do not manage people have a route of their own. */
  individualContributorRoute: 'none' | 'separate';
  /** Who should use it, e.g. everybody whose reporting line leads to the CTO. */
  appliesTo?: string;
  /** Teams that are exempt. `unknown` where the source says that there are some and does not name them. */
  exempt: string[] | 'unknown';
  /** Whether people outside `appliesTo` are free to use it. */
  voluntaryUse: boolean;
  /** When promotions are decided, e.g. "every March and September". */
  promotionRounds?: string;
  /** Who maintains the framework. */
  steward?: string;
  /** ISO 8601 date by which its stewards look at it again. Overdue is shown. */
  reviewBy?: string;
}

export const DEFAULT_POLICY: Policy = {
  earlierLevels: 'assumed',
  everyCompetencyRequired: false,
  examples: 'illustrative',
  weighting: 'none',
  individualContributorRoute: 'none',
  exempt: [],
  voluntaryUse: true,
};

export type PolicyKey = keyof Policy;
export type PolicyValue = string | boolean | string[];

/** A policy value that a text of the source suggests. A person confirms it or not; it is never in force by itself. */
export interface PolicyProposal {
  key: PolicyKey;
  value: PolicyValue;
  /** The sentence it rests on, to the letter. */
  quote: string;
  origin?: Origin;
}

/** The policy in force: the release's own values with what a person confirmed laid over them, last one first. */
export function policyInForce(framework: {
  policy: Policy;
  confirmed: { policy: readonly { key: PolicyKey; value: PolicyValue }[] };
}): Policy {
  const confirmed = framework.confirmed.policy.map(({ key, value }) => [key, value] as const);
  return { ...framework.policy, ...Object.fromEntries(confirmed) };
}

/**
 * Whether a value is merely Cairn's default: the framework was read from a source that has no place for policy, and
 * nobody has set or confirmed it since.
 */
export function isSilentDefault(
  framework: {
    policy: Policy;
    confirmed: { policy: readonly { key: PolicyKey }[] };
    source: { format: string; first?: { format: string } };
  },
  key: PolicyKey,
): boolean {
  const { policy, confirmed, source } = framework;
  if ((source.first ?? source).format === 'folder') return false;
  if (confirmed.policy.some((decision) => decision.key === key)) return false;
  return JSON.stringify(policy[key]) === JSON.stringify(DEFAULT_POLICY[key]);
}

/** Whether the review date lies before the given ISO 8601 day. */
export function isReviewOverdue(policy: Policy, today: string): boolean {
  return policy.reviewBy !== undefined && policy.reviewBy < today;
}
