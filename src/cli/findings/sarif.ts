import type { Finding } from '../../domain/finding.ts';
import { version } from '../../version.ts';

/** Findings as SARIF 2.1.0, which forges show beside the changed lines. */
export function findingsAsSarif(findings: readonly Finding[]): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort().map((id) => ({ id }));
  const driver = { name: 'Cairn', version, rules };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results: findings.map(result) };
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function result(finding: Finding) {
  const { rule, severity, message, remedy } = finding;
  return {
    ruleId: rule,
    level: severity,
    message: { text: `${message} ${remedy}` },
    locations:
      finding.file === undefined ? [] : [{ physicalLocation: physicalLocation(finding.file, finding) }],
  };
}

function physicalLocation(file: string, { line, column, quote }: Finding) {
  const artifactLocation = { uri: file.split('/').map(encodeURIComponent).join('/') };
  if (line === undefined) return { artifactLocation };
  const region = {
    startLine: line,
    ...(column === undefined ? {} : { startColumn: column }),
    ...(quote === '' ? {} : { snippet: { text: quote } }),
  };
  return { artifactLocation, region };
}
