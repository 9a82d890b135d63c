/** Findings of the linter that a steward accepts, each with a reason, and what is taken back. */
import type { Executor } from '../../../db/schema.ts';
import type { Acceptance } from '../../../domain/confirmation.ts';
import { CairnError } from '../../../domain/errors.ts';
import { acceptanceOf, type Finding } from '../../../domain/finding.ts';
import { type LintContext, lint } from '../../../lint/index.ts';
import { type Change, type ChangeOutcome, changeDraft, decision } from './change-draft.ts';

/** What tells one finding from the others. */
export type FindingRef = Pick<Finding, 'rule' | 'entity' | 'quote'>;

/**
 * Accepts a finding as right as it stands.
 *
 * @throws CairnError `invalid` without a reason or where there is no such finding; `refused` for an error, which has to
 * be mended.
 */
export function acceptFinding(
  db: Executor,
  change: Change,
  { rule, entity, quote }: FindingRef,
  reason: string,
  context: LintContext,
): Promise<ChangeOutcome> {
  const why = reason.trim();
  if (why === '') {
    throw new CairnError('invalid', 'The reason is missing.', 'Write why it is right as it stands.');
  }
  return changeDraft(db, change, 'finding.accepted', (draft) => {
    const { findings, accepted } = lint(draft, context);
    const isIt = (finding: Finding) =>
      finding.rule === rule && finding.entity === entity && finding.quote === quote;
    if (accepted.some(({ finding }) => isIt(finding))) return undefined;
    const found = findings.find(isIt);
    if (found === undefined) {
      throw new CairnError(
        'invalid',
        'The draft has no such finding.',
        'It may have been mended. Open the page of findings again.',
      );
    }
    const acceptance: Acceptance = {
      rule,
      ...(entity === undefined ? {} : { entity }),
      quote,
      ...decision(change, why),
      why,
    };
    if (acceptanceOf(found, [acceptance]) === undefined) {
      throw new CairnError(
        'refused',
        'An error cannot be accepted: it stops a release until it is mended.',
        found.remedy,
      );
    }
    return { ...draft, accepted: [...draft.accepted, acceptance] };
  });
}

/** Takes an acceptance back: its findings are listed again. */
export function withdrawAcceptance(
  db: Executor,
  change: Change,
  { rule, entity, quote }: Pick<Acceptance, 'rule' | 'entity' | 'quote'>,
): Promise<ChangeOutcome> {
  return changeDraft(db, change, 'finding.acceptance-withdrawn', (draft) => {
    const left = draft.accepted.filter(
      (acceptance) => acceptance.rule !== rule || acceptance.entity !== entity || acceptance.quote !== quote,
    );
    return left.length === draft.accepted.length ? undefined : { ...draft, accepted: left };
  });
}
