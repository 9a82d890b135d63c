import { isReviewOverdue, policyInForce } from '../../domain/policy.ts';
import { findingAt, type Rule, wholeFramework } from '../rule.ts';

export const reviewDue: Rule = {
  id: 'review-due',
  severity: 'warning',
  about: 'The day by which the stewards meant to look at the framework again has passed.',
  check: (framework, { today }) => {
    const policy = policyInForce(framework);
    if (!isReviewOverdue(policy, today)) return [];
    return [
      findingAt(reviewDue, wholeFramework(framework), {
        quote: policy.reviewBy ?? '',
        message: `The framework was to be reviewed by ${policy.reviewBy}. Until then its stewards stand by it; now readers cannot know.`,
        remedy: 'Review it, then set a new date as `policy.reviewBy`.',
      }),
    ];
  },
};
