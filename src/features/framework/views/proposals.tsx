import type { Framework } from '../../../domain/framework.ts';
import type { Policy, PolicyProposal } from '../../../domain/policy.ts';
import { Phrase } from '../../../web/text.tsx';
import { POLICY_TERMS, valueInWords } from './policy-in-words.ts';

/** Proposals that nobody answered yet: those whose rule a person confirmed, one way or the other, are settled. */
export function openProposals(framework: Pick<Framework, 'proposals' | 'confirmed'>): PolicyProposal[] {
  const settled = new Set(framework.confirmed.policy.map(({ key }) => key));
  return framework.proposals.filter(({ key }) => !settled.has(key));
}

/** What the source says about policy, with the sentence it rests on. Not in force until a person confirms it. */
export function Proposals({ proposals, policy }: { proposals: readonly PolicyProposal[]; policy: Policy }) {
  return (
    <>
      <p>
        The source suggests these rules. None is in force until somebody confirms it under{' '}
        <code>confirmed:</code> in <code>framework.yaml</code>.
      </p>
      <dl class="policy">
        {proposals.map(({ key, value, quote }) => (
          <div key={`${key} ${quote}`}>
            <dt>{POLICY_TERMS[key]}</dt>
            <dd>
              <p dir="auto">
                <Phrase text={valueInWords(key, value, policy)} />
              </p>
              <blockquote dir="auto" class="quiet plain-text">
                <Phrase text={quote} />
              </blockquote>
              <p class="quiet">
                <code>
                  <Phrase text={`key: ${key}, value: ${JSON.stringify(value)}`} />
                </code>
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
