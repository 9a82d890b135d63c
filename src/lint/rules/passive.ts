import { quoted } from '../../domain/finding.ts';
import { expectedPassages } from '../passages.ts';
import { proseRemarks } from '../prose.ts';
import { findingAt, type Rule } from '../rule.ts';
import { isDemandVerb } from '../verbs.ts';
import { sentencesOf } from '../wording.ts';

/** What retext-passive leaves out, since it knows irregular verbs only; with "by" it is surely passive. */
const REGULAR_PASSIVE = /\b(?:is|are|was|were|been|being|be)\s+(?:\p{L}+ly\s+)?\p{L}+ed\s+by\b/iu;

export const passive: Rule = {
  id: 'passive',
  severity: 'note',
  about:
    'A main clause in the passive voice (found by retext-passive): it hides who does it, and the expectation is about who.',
  check: (framework) =>
    expectedPassages(framework).flatMap((passage) => {
      const remarks = proseRemarks(passage.prose).filter(({ rule }) => rule === 'passive');
      return sentencesOf(passage.prose).flatMap(({ text, start, end }) => {
        const remark = remarks.find((found) => found.start >= start && found.end <= end);
        const regular = REGULAR_PASSIVE.exec(text);
        const words = remark?.words ?? regular?.[0];
        const before = text.slice(0, remark === undefined ? regular?.index : remark.start - start);
        if (words === undefined || !isMainClause(before)) return [];
        return findingAt(passive, passage.of, {
          quote: quoted(passage.text.slice(start, end)),
          message: `The sentence is in the passive voice (“${words}”), which hides who does it.`,
          remedy: 'Say who does it. Leave it where the doer does not matter.',
        });
      });
    }),
};

/** Whether what stands before the participle is still the main clause, and not that of a person who does something. */
function isMainClause(before: string): boolean {
  const [first = ''] = before.toLowerCase().match(/\p{L}+/u) ?? [];
  return (
    !isDemandVerb(first) &&
    !/[,;:(]|\b(?:that|which|who|whom|why|how|what|when|where|whether|if|as|to|than|until|while|before|after)\b/i.test(
      before,
    )
  );
}
