import type { Finding } from '../../domain/finding.ts';

/** Findings for a program: an array of `{rule, severity, file, line, quote, message, remedy}`; null where unknown. */
export function findingsAsJson(findings: readonly Finding[]): string {
  const rows = findings.map(
    ({ rule, severity, file, line, column, framework, entity, quote, message, remedy }) => ({
      rule,
      severity,
      file: file ?? null,
      line: line ?? null,
      column: column ?? null,
      framework: framework ?? null,
      entity: entity ?? null,
      quote,
      message,
      remedy,
    }),
  );
  return `${JSON.stringify(rows, null, 2)}\n`;
}
