/** Where each rule of a draft's policy stands: what is in force, who says so, and what is left to decide. */
import type { ConfirmedPolicy } from '../../../domain/confirmation.ts';
import type { Framework } from '../../../domain/framework.ts';
import {
  isSilentDefault,
  type PolicyKey,
  type PolicyProposal,
  type PolicyValue,
  policyInForce,
} from '../../../domain/policy.ts';
import { POLICY_TERMS } from '../views/policy-in-words.ts';

/** `proposed`: the source suggests a value; `default`: only Cairn's default holds, the source does not say; `open`: there
 * is no value; `stated`: the framework itself gives it; `confirmed`: a person did. */
export type RuleState = 'proposed' | 'default' | 'open' | 'stated' | 'confirmed';

export interface Rule {
  key: PolicyKey;
  term: string;
  state: RuleState;
  /** The value in force. */
  value: PolicyValue | undefined;
  proposals: readonly PolicyProposal[];
  confirmed?: ConfirmedPolicy;
}

/** Every rule, in the order in which a framework's page gives them. */
export function rulesOf(draft: Framework): Rule[] {
  const inForce = policyInForce(draft);
  return (Object.keys(POLICY_TERMS) as PolicyKey[]).map((key) => {
    const confirmed = draft.confirmed.policy.findLast((decision) => decision.key === key);
    const proposals = draft.proposals.filter((proposal) => proposal.key === key);
    const value = inForce[key];
    return {
      key,
      term: POLICY_TERMS[key],
      state: stateOf(draft, key, { confirmed, value, proposed: proposals.length > 0 }),
      value,
      proposals,
      ...(confirmed === undefined ? {} : { confirmed }),
    };
  });
}

/** The rules that wait for a decision: a value is proposed, or only a default holds. */
export function openRules(draft: Framework): Rule[] {
  return rulesOf(draft).filter(({ state }) => state === 'proposed' || state === 'default');
}

function stateOf(
  draft: Framework,
  key: PolicyKey,
  found: { confirmed: unknown; value: unknown; proposed: boolean },
): RuleState {
  if (found.confirmed !== undefined) return 'confirmed';
  if (found.proposed) return 'proposed';
  if (found.value === undefined) return 'open';
  return isSilentDefault(draft, key) ? 'default' : 'stated';
}
