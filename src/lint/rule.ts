/** What a rule of the linter is. Each rule is one file; `rules.ts` lists them in order. */
import type { Finding, Severity } from '../domain/finding.ts';
import type { Framework, Origin } from '../domain/framework.ts';

/** What a rule may look at besides the framework. Time comes in; rules never read a clock. */
export interface LintContext {
  /** ISO 8601 day. */
  today: string;
  /** Words that the organisation uses and no dictionary has. */
  allowedWords: ReadonlySet<string>;
}

export interface Rule {
  id: string;
  severity: Severity;
  /** One sentence: what it looks for and why that matters. Printed in the list of rules. */
  about: string;
  /** Which form of the framework it looks at: with its confirmations applied (the default), or as it was read. */
  looksAt?: 'confirmed' | 'read';
  /** Whether it also makes sense for a guide or role profile that belongs to no framework yet. */
  forDocuments?: boolean;
  /** Cost must grow linearly with the framework. */
  check(framework: Framework, context: LintContext): Finding[];
}

/** What a finding can be about: anything with an id, placed where it was read. */
export interface Place {
  id: string;
  origin?: Origin | undefined;
}

/** A finding of a rule about an entity, placed where the entity was read. */
export function findingAt(
  rule: Pick<Rule, 'id' | 'severity'>,
  entity: Place,
  parts: Pick<Finding, 'quote' | 'message' | 'remedy'>,
): Finding {
  const { file, line, column } = entity.origin ?? {};
  return {
    rule: rule.id,
    severity: rule.severity,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    entity: entity.id,
    ...parts,
  };
}

/** Where a finding about the framework as a whole is placed: the head of its first file. */
export function wholeFramework(framework: Pick<Framework, 'id' | 'source'>): Place {
  const file = framework.source.files[0]?.name;
  return { id: framework.id, ...(file === undefined ? {} : { origin: { file, line: 1 } }) };
}
