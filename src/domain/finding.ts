import type { Acceptance } from './confirmation.ts';

/** `error` stops a release, `warning` asks, `note` tells. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something that a reader or the linter wants a person to look at. */
export interface Finding {
  /** Id of the rule, e.g. `near-duplicate`; readers use `unreadable`, `unexpected-part` and `not-held`. */
  rule: string;
  severity: Severity;
  /** The source file, where the framework came from one. */
  file?: string;
  /** Line or, in tables, row; counts from 1. */
  line?: number;
  column?: number;
  /** Id of the framework, and of the level, theme, competency, expectation or guide in it. */
  framework?: string;
  entity?: string;
  /** The text it is about, to the letter; cut with an ellipsis beyond 200 characters. */
  quote: string;
  /** What is wrong and why it matters, in one or two sentences for a person. */
  message: string;
  /** How to mend it, as an instruction. */
  remedy: string;
}

/** Longest quote a finding carries, in UTF-16 code units. */
const QUOTE_LENGTH = 200;

/** Shortens a quote for a finding without cutting a character in two. */
export function quoted(text: string): string {
  if (text.length <= QUOTE_LENGTH) return text;
  const cut = text.slice(0, QUOTE_LENGTH - 1);
  return `${cut.replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** The acceptance that covers a finding, if a steward wrote one. Errors cannot be accepted away. */
export function acceptanceOf(finding: Finding, accepted: readonly Acceptance[]): Acceptance | undefined {
  if (finding.severity === 'error') return undefined;
  return accepted.find(
    (acceptance) =>
      acceptance.rule === finding.rule &&
      (acceptance.entity === undefined || acceptance.entity === finding.entity) &&
      (acceptance.quote === undefined || acceptance.quote === finding.quote),
  );
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}
