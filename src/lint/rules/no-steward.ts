import { quoted } from '../../domain/finding.ts';
import { policyInForce } from '../../domain/policy.ts';
import { findingAt, type Rule, wholeFramework } from '../rule.ts';

export const noSteward: Rule = {
  id: 'no-steward',
  severity: 'warning',
  about: 'Nobody is named as maintaining the framework: questions about its wording have no address.',
  check: (framework) => {
    if ((policyInForce(framework).steward ?? '').trim() !== '') return [];
    return [
      findingAt(noSteward, wholeFramework(framework), {
        quote: quoted(framework.name),
        message: 'The framework does not say who maintains it. Questions about its wording have no address.',
        remedy: 'Name a person or group as `policy.steward`, or confirm who the source says it is.',
      }),
    ];
  },
};
