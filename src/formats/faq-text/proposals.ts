import type { PolicyKey, PolicyProposal, PolicyValue } from '../../domain/policy.ts';
import { sentencesOf } from '../sentences.ts';
import type { Paragraph } from './paragraph.ts';
import { POLICY_PATTERNS } from './policy-patterns.ts';

/** Longer sentences are not searched for policy: patterns must stay quick whatever a file holds. */
const LONGEST_SENTENCE = 1000;

/**
 * What an FAQ says about policy, as proposals for a person to confirm, each with the sentence it rests on. The first
 * sentence counts where several say the same; where two disagree, both are proposed.
 */
export function proposalsOf(file: string, paragraphs: readonly Paragraph[]): PolicyProposal[] {
  const proposals = new Map<string, PolicyProposal>();
  for (const [index, paragraph] of paragraphs.entries()) {
    for (const quote of sentencesOf(paragraph.text)) {
      if (quote.length > LONGEST_SENTENCE) continue;
      const origin = { file, line: paragraph.line };
      const items = quote.endsWith(':') && !paragraph.item ? itemsBelow(paragraphs, index) : [];
      for (const [key, value] of valuesIn(quote, paragraph.question, items)) {
        const same = JSON.stringify([key, value]);
        if (!proposals.has(same)) proposals.set(same, { key, value, quote, origin });
      }
    }
  }
  return withoutUnknown([...proposals.values()]);
}

function valuesIn(sentence: string, question: string, items: readonly string[]): [PolicyKey, PolicyValue][] {
  const found = new Map<PolicyKey, PolicyValue>();
  for (const pattern of POLICY_PATTERNS) {
    if (found.has(pattern.key) || pattern.question?.test(question) === false) continue;
    const match = pattern.sentence.exec(sentence);
    if (match === null) continue;
    const value = pattern.value === 'captured' ? (match[1] ?? '').trim() : pattern.value;
    const named = value === 'unknown' && items.length > 0;
    found.set(pattern.key, named ? [...items] : value);
  }
  return [...found];
}

/** The items of a list that directly follows a paragraph. */
function itemsBelow(paragraphs: readonly Paragraph[], index: number): string[] {
  const items: string[] = [];
  for (let at = index + 1; paragraphs[at]?.item === true; at += 1) items.push(paragraphs[at]?.text ?? '');
  return items;
}

/** Exempt teams that are named make "there are some" superfluous. */
function withoutUnknown(proposals: readonly PolicyProposal[]): PolicyProposal[] {
  const named = proposals.some(
    ({ key, value }) => key === 'exempt' && Array.isArray(value) && value.length > 0,
  );
  return proposals.filter(({ key, value }) => !(named && key === 'exempt' && value === 'unknown'));
}
