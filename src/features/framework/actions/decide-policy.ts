/** Which rules the framework is used by: values confirmed and taken back, and the order of proficiencies. */
import type { Executor } from '../../../db/schema.ts';
import type { ConfirmedPolicy } from '../../../domain/confirmation.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Framework } from '../../../domain/framework.ts';
import type { PolicyKey, PolicyValue } from '../../../domain/policy.ts';
import { type Change, type ChangeOutcome, changeDraft, decision } from './change-draft.ts';

/** A value of a rule, and the sentence of the source that it rests on, where it rests on one. */
export interface PolicyChoice {
  key: PolicyKey;
  value: PolicyValue;
  quote?: string;
}

/**
 * Puts a value in force from now on, in place of what was confirmed before. A quotation is kept only where the source
 * proposes this value with it.
 */
export function confirmPolicy(
  db: Executor,
  change: Change,
  { key, value, quote }: PolicyChoice,
  why?: string,
): Promise<ChangeOutcome> {
  return changeDraft(db, change, 'policy.confirmed', (draft) => {
    const proposed = draft.proposals.find(
      (proposal) => proposal.key === key && proposal.quote === quote && same(proposal.value, value),
    );
    const confirmed: ConfirmedPolicy = {
      key,
      value,
      ...(proposed === undefined ? {} : { quote: proposed.quote }),
      ...decision(change, why),
    };
    const { policy } = draft.confirmed;
    const before = policy.findLast((candidate) => candidate.key === key);
    if (before !== undefined && saysTheSame(before, confirmed)) return undefined;
    return withPolicy(draft, [...policy.filter((candidate) => candidate.key !== key), confirmed]);
  });
}

/** Takes back what was confirmed of a rule: the framework's own value holds again. */
export function withdrawPolicy(db: Executor, change: Change, key: PolicyKey): Promise<ChangeOutcome> {
  return changeDraft(db, change, 'policy.confirmation-withdrawn', (draft) => {
    const { policy } = draft.confirmed;
    const left = policy.filter((candidate) => candidate.key !== key);
    return left.length === policy.length ? undefined : withPolicy(draft, left);
  });
}

/**
 * Confirms in which order the proficiencies stand.
 *
 * @param order ids of all steps, lowest first
 * @throws CairnError `invalid` where the ids are not those of the draft's steps, each once.
 */
export function confirmScale(
  db: Executor,
  change: Change,
  order: readonly string[],
  why?: string,
): Promise<ChangeOutcome> {
  return changeDraft(db, change, 'scale.confirmed', (draft) => {
    const ids = draft.scale.steps.map(({ id }) => id);
    if (!same(ids.toSorted(), order.toSorted())) {
      throw new CairnError(
        'invalid',
        'This order does not hold every proficiency once.',
        'Open the page of the policy again and order the list that it shows.',
      );
    }
    const said = decision(change, why);
    const before = draft.confirmed.scale;
    if (before !== undefined && same(before.order, order) && before.why === said.why) return undefined;
    return { ...draft, confirmed: { ...draft.confirmed, scale: { order: [...order], ...said } } };
  });
}

/** Takes the confirmed order of proficiencies back. */
export function withdrawScale(db: Executor, change: Change): Promise<ChangeOutcome> {
  return changeDraft(db, change, 'scale.confirmation-withdrawn', (draft) => {
    const { scale, ...rest } = draft.confirmed;
    return scale === undefined ? undefined : { ...draft, confirmed: rest };
  });
}

function withPolicy(draft: Framework, policy: ConfirmedPolicy[]): Framework {
  return { ...draft, confirmed: { ...draft.confirmed, policy } };
}

/** Whatever day it is said again. */
function saysTheSame(
  { on: _then, ...before }: ConfirmedPolicy,
  { on: _now, ...next }: ConfirmedPolicy,
): boolean {
  return (
    same(before.value, next.value) &&
    before.quote === next.quote &&
    before.by === next.by &&
    before.why === next.why
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
