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
  /** Looks at the framework with its confirmations applied. Cost must grow linearly with the framework. */
  check(framework: Framework, context: LintContext): Finding[];
}

/** A finding of a rule about an entity, placed where the entity was read. */
export function findingAt(
  rule: Pick<Rule, 'id' | 'severity'>,
  entity: { id: string; origin?: Origin | undefined },
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
