import type { ConfirmedPolicy } from '../../../domain/confirmation.ts';
import type { Framework } from '../../../domain/framework.ts';
import {
  isSilentDefault,
  type Policy,
  type PolicyKey,
  type PolicyValue,
  policyInForce,
} from '../../../domain/policy.ts';

/** One rule of a release for people to read. */
export interface PolicySentence {
  key: PolicyKey;
  term: string;
  /** Our words. */
  sentence: string;
  /** The authors' own words, where the value is a text. */
  quoted?: string;
  /** Whether it only holds because the source does not say and nobody has decided. */
  silentDefault: boolean;
  /** Who confirmed the value, where somebody did. */
  confirmed?: ConfirmedPolicy;
}

/** What each value is called. */
export const POLICY_TERMS: Record<PolicyKey, string> = {
  appliesTo: 'Who it is for',
  exempt: 'Who is exempt',
  voluntaryUse: 'Everybody else',
  earlierLevels: 'Earlier levels',
  everyCompetencyRequired: 'How much of a level',
  examples: 'Examples',
  weighting: 'Weighting',
  individualContributorRoute: 'Without managing people',
  promotionRounds: 'Promotion rounds',
  steward: 'Maintained by',
  reviewBy: 'Review due',
};

/** Rules that stand elsewhere on a framework's page. */
const SHOWN_ELSEWHERE: ReadonlySet<PolicyKey> = new Set(['steward', 'reviewBy']);

/** The policy in force, in plain words. A text that the source leaves out is said to be left out. */
export function policyInWords(
  framework: Pick<Framework, 'policy' | 'confirmed' | 'source'>,
): PolicySentence[] {
  const policy = policyInForce(framework);
  const keys = (Object.keys(POLICY_TERMS) as PolicyKey[]).filter((key) => !SHOWN_ELSEWHERE.has(key));
  return keys.map((key) => {
    const confirmed = framework.confirmed.policy.findLast((decision) => decision.key === key);
    const silentDefault = policy[key] !== undefined && isSilentDefault(framework, key);
    return {
      key,
      term: POLICY_TERMS[key],
      ...inWords(key, policy),
      silentDefault,
      ...(confirmed ? { confirmed } : {}),
    };
  });
}

/** A single proposed value, in the same words that it would have in force. */
export function valueInWords(key: PolicyKey, value: PolicyValue, policy: Policy): string {
  const { sentence, quoted } = inWords(key, { ...policy, [key]: value });
  return quoted ?? sentence;
}

function inWords(key: PolicyKey, policy: Policy): Pick<PolicySentence, 'sentence' | 'quoted'> {
  switch (key) {
    case 'earlierLevels':
      return { sentence: EARLIER_LEVELS[policy.earlierLevels] };
    case 'everyCompetencyRequired':
      return {
        sentence: policy.everyCompetencyRequired
          ? 'A level asks for every one of its competencies.'
          : 'A level does not ask for every one of its competencies. People judge the whole.',
      };
    case 'examples':
      return { sentence: 'Illustrative: ways to show a competency, never a list to tick.' };
    case 'weighting':
      return { sentence: 'None. No competency counts for more than another.' };
    case 'individualContributorRoute':
      return {
        sentence:
          policy.individualContributorRoute === 'separate'
            ? 'There is a separate route for people who do not manage others.'
            : 'There is no separate route; the same competencies can be shown in other ways.',
      };
    case 'voluntaryUse':
      return {
        sentence: policy.voluntaryUse ? 'Free to use it too.' : 'It is only for the people named above.',
      };
    case 'exempt':
      return exemptInWords(policy.exempt);
    default:
      return quotedOrSilent(policy[key]);
  }
}

const EARLIER_LEVELS: Record<Policy['earlierLevels'], string> = {
  assumed:
    'Assumed to be met. They are shown folded below a level, and either side can raise one to talk about.',
  evidenced: 'Expected as well: a level includes showing what earlier levels ask for.',
  'not considered': 'Not considered.',
};

function exemptInWords(exempt: Policy['exempt']): Pick<PolicySentence, 'sentence' | 'quoted'> {
  if (exempt === 'unknown') return { sentence: 'Some teams are, and the source does not name them.' };
  if (exempt.length === 0) return { sentence: 'Nobody is named.' };
  return quotedOrSilent(exempt.join(', '));
}

function quotedOrSilent(text: string | undefined): Pick<PolicySentence, 'sentence' | 'quoted'> {
  return text === undefined ? { sentence: 'The framework does not say.' } : { sentence: '', quoted: text };
}
