import type { PolicyKey, PolicyValue } from '../../domain/policy.ts';

/** What a sentence must look like to propose a policy value. Matched against one sentence of at most 1,000 characters. */
export interface PolicyPattern {
  key: PolicyKey;
  /** Only in answers to a question like this. */
  question?: RegExp;
  sentence: RegExp;
  /** A fixed value, or the first captured part of the sentence. */
  value: PolicyValue | 'captured';
}

const EARLIER = '(?:earlier|lower|previous|prior|preceding) (?:levels?|grades?|steps?)';
const ROUTE =
  '(?:individual contributor|non-manage(?:r|ment|rial)|specialist|technical|IC)\\b.{0,20}\\b(?:route|track|path|ladder)';
const FRAMEWORK = '(?:this|the|our|these)(?: \\w+){0,3}? (?:framework|competencies)';

/** In this order, the first sentence that fits a pattern's key and value counts. */
export const POLICY_PATTERNS: readonly PolicyPattern[] = [
  // "... earlier levels are met is assumed", "We take it that the lower levels are met".
  {
    key: 'earlierLevels',
    value: 'assumed',
    sentence: new RegExp(`\\b(?:assum|presum|take it)\\w*\\b.*\\b${EARLIER}`, 'i'),
  },
  {
    key: 'earlierLevels',
    value: 'assumed',
    sentence: new RegExp(`\\b${EARLIER}.*\\b(?:assumed|presumed|taken as met)\\b`, 'i'),
  },
  // "You need evidence for earlier levels too".
  {
    key: 'earlierLevels',
    value: 'evidenced',
    sentence: new RegExp(`^(?!.*\\b(?:not|no)\\b).*\\bevidence\\b.*\\b${EARLIER}`, 'i'),
  },
  {
    key: 'earlierLevels',
    value: 'not considered',
    sentence: new RegExp(`\\b${EARLIER}.*\\bnot (?:considered|looked at|discussed)`, 'i'),
  },
  // "You do not need to meet every competency", "Every competency is required".
  {
    key: 'everyCompetencyRequired',
    value: false,
    sentence: /\b(?:not|n['’]t)\b.*\b(?:every|all)(?: of)?(?: the)? competenc/i,
  },
  {
    key: 'everyCompetencyRequired',
    value: true,
    sentence:
      /^(?!.*(?:\bno[tr]?\b|n['’]t\b)).*\b(?:every|all)(?: of)?(?: the)? competenc\w+ (?:is|are|must be) (?:required|needed|met)\b/i,
  },
  // "Examples are illustrative", "The examples are only there to illustrate".
  {
    key: 'examples',
    value: 'illustrative',
    sentence: /\bexamples?\b.{0,40}\b(?:illustrat\w+|not (?:a |an )?(?:exhaustive|check ?list))/i,
  },
  // "Competencies are not weighted", "No competency counts more than another".
  {
    key: 'weighting',
    value: 'none',
    sentence:
      /\b(?:not|never|n['’]t) weighted\b|\bno competency (?:is|counts|weighs) more\b|\bequally important\b|\b(?:same|equal) weight\b/i,
  },
  // "There is no separate individual contributor route", "There is a track of its own for specialists".
  {
    key: 'individualContributorRoute',
    value: 'none',
    sentence: new RegExp(`\\bno (?:\\w+ ){0,2}?${ROUTE}`, 'i'),
  },
  {
    key: 'individualContributorRoute',
    value: 'separate',
    sentence: new RegExp(`^(?!.*\\b(?:no|not)\\b).*\\b(?:separate|own|distinct) ${ROUTE}`, 'i'),
  },
  // "Everybody under the harbour master should use this framework", "The framework applies to ...".
  {
    key: 'appliesTo',
    value: 'captured',
    sentence: new RegExp(`^(.{3,200}?) (?:should|must|are expected to|is expected to) use ${FRAMEWORK}`, 'i'),
  },
  {
    key: 'appliesTo',
    value: 'captured',
    sentence: new RegExp(`^${FRAMEWORK} applies to (.{3,200}?)[.;]?$`, 'i'),
  },
  // "Nobody is exempt"; "Some crews are exempt" without naming them.
  {
    key: 'exempt',
    value: [],
    sentence: /\b(?:no (?:team|one|crew|group)|nobody|none)\b.{0,40}\b(?:exempt|excluded)\b/i,
  },
  {
    key: 'exempt',
    value: 'unknown',
    sentence:
      /^(?!.*\b(?:not|no (?:team|one|crew|group)|nobody|none)\b.{0,40}\b(?:exempt|excluded)\b).*\b(?:exempt|excluded)\b/i,
  },
  // "Others are free to use it".
  {
    key: 'voluntaryUse',
    value: true,
    sentence:
      /\b(?:free|welcome) to (?:use|adopt|follow)\b|\bmay use (?:it|this|the framework)\b.{0,20}\bif they (?:like|want|wish)\b/i,
  },
  {
    key: 'voluntaryUse',
    value: false,
    sentence: /\b(?:must|may|can|should) ?not use (?:it|this|the framework)\b/i,
  },
  // "Promotions are decided every spring".
  {
    key: 'promotionRounds',
    value: 'captured',
    sentence:
      /\bpromotions?\b.{0,80}?\b((?:every|each|twice|once|quarterly|in) (?:a |each )?[^.;]{3,80})[.;]?$/i,
  },
  // Under "Who maintains this?": the name of a group, or "maintained by ...".
  {
    key: 'steward',
    value: 'captured',
    sentence: /\b(?:maintained|looked after|kept|owned) by (?:the )?([^.;]{3,80})[.;]?$/i,
  },
  {
    key: 'steward',
    value: 'captured',
    question: /\b(?:maintain\w*|look\w* after|in charge|owns?|responsible|stewards?)\b/i,
    sentence:
      /(?<![\p{L}\p{N}])[Tt]he ((?:\p{Lu}[\p{L}\p{N}&'’-]{0,40} ){1,6}(?:Group|Team|Guild|Committee|Board|Council|Forum|Crew))\b/u,
  },
];
