import { countBySeverity, type Finding } from '../../domain/finding.ts';

/** Findings for a person to read: by file, in the order of their lines, each with its remedy. */
export function findingsAsText(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing found.\n';
  const byFile = Map.groupBy(findings, ({ file, framework }) => file ?? framework ?? '');
  const parts = [...byFile].map(
    ([file, own]) => `${file}\n${own.toSorted(byPlace).map(asText).join('\n')}\n`,
  );
  return `${parts.join('\n')}\n${summary(findings)}\n`;
}

/** "1 error, 12 warnings, 3 notes" */
export function summary(findings: readonly Finding[]): string {
  const { error, warning, note } = countBySeverity(findings);
  return [count(error, 'error'), count(warning, 'warning'), count(note, 'note')].join(', ');
}

/** "1 error", "2 errors" */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function byPlace(a: Finding, b: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function asText({ severity, rule, line, column, quote, message, remedy }: Finding): string {
  const place = line === undefined ? '' : `${line}${column === undefined ? '' : `:${column}`}`;
  const quoteLine = quote === '' ? '' : `\n          “${quote.replace(/\s+/g, ' ')}”`;
  return `  ${place.padEnd(7)} ${severity}: ${rule}${quoteLine}\n          ${message}\n          ${remedy}`;
}
