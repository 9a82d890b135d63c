/** The linter: what is wrong with a framework, or with a document that belongs to none yet. Pure; knows no files. */
import type { Acceptance } from '../domain/confirmation.ts';
import { acceptanceOf, type Finding, quoted } from '../domain/finding.ts';
import type { Framework, Guide, RoleProfile } from '../domain/framework.ts';
import { withConfirmations } from '../domain/rows.ts';
import { documentAlone } from './document-alone.ts';
import { findingAt, type LintContext, type Rule, wholeFramework } from './rule.ts';
import { RULES } from './rules.ts';

export { lintOnline } from './online.ts';
export { linterReference } from './reference.ts';
export { proposeRows, type RowProposal } from './row-proposals.ts';
export type { LintContext, Rule } from './rule.ts';
export { RULES } from './rules.ts';

export interface AcceptedFinding {
  finding: Finding;
  acceptance: Acceptance;
}

export interface LintReport {
  /** What nobody has accepted, in the order of the rules. */
  findings: Finding[];
  accepted: AcceptedFinding[];
  /** Acceptances of rules of this linter that no finding matches any more; each is also a note among the findings. */
  staleAcceptances: Acceptance[];
}

/** Looks at a framework with every rule, its confirmations applied. */
export function lint(framework: Framework, context: LintContext): LintReport {
  const found = checkAll(RULES, framework, context).map((finding) => ({
    ...finding,
    framework: framework.id,
  }));
  const findings: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of found) {
    const acceptance = acceptanceOf(finding, framework.accepted);
    if (acceptance === undefined) findings.push(finding);
    else accepted.push({ finding, acceptance });
  }
  const staleAcceptances = framework.accepted.filter(
    (acceptance) =>
      RULE_IDS.has(acceptance.rule) && !found.some((finding) => acceptanceOf(finding, [acceptance])),
  );
  const stale = staleAcceptances.map((acceptance) => staleFinding(framework, acceptance));
  return { findings: [...findings, ...stale], accepted, staleAcceptances };
}

/** Looks at a guide that belongs to no framework yet with the rules that make sense for it alone. */
export function lintGuide(guide: Guide, context: LintContext): Finding[] {
  return checkAll(DOCUMENT_RULES, documentAlone({ guides: [guide] }), context);
}

/** Looks at a role profile that belongs to no framework yet with the rules that make sense for it alone. */
export function lintRoleProfile(profile: RoleProfile, context: LintContext): Finding[] {
  return checkAll(DOCUMENT_RULES, documentAlone({ roleProfiles: [profile] }), context);
}

const RULE_IDS = new Set(RULES.map(({ id }) => id));
const DOCUMENT_RULES = RULES.filter(({ forDocuments }) => forDocuments === true);

function checkAll(rules: readonly Rule[], framework: Framework, context: LintContext): Finding[] {
  const confirmed = withConfirmations(framework);
  return rules.flatMap((rule) => rule.check(rule.looksAt === 'read' ? framework : confirmed, context));
}

function staleFinding(framework: Framework, { rule, entity, quote, by, on }: Acceptance): Finding {
  const finding = findingAt({ id: 'stale-acceptance', severity: 'note' }, wholeFramework(framework), {
    quote: quoted(quote ?? rule),
    message: `${by} accepted a finding of ${rule}${entity === undefined ? '' : ` about “${entity}”`} on ${on}, and there is no such finding any more.`,
    remedy: 'Take the entry out of `accepted` in framework.yaml.',
  });
  return { ...finding, framework: framework.id };
}
