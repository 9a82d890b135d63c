import { RULES } from './rules.ts';

/** The table of `docs/linter.md`, generated from the rules so that it cannot drift from them. Markdown. */
export function linterReference(): string {
  const rows = RULES.map(
    ({ id, severity, about }) => `| \`${id}\` | ${severity} | ${about.replaceAll('|', '\\|')} |`,
  );
  return [
    '| rule | severity | what it looks for, and why |',
    '|---|---|---|',
    ...rows,
    '| `stale-acceptance` | note | An accepted finding that no longer occurs: the entry can go. |',
    '| `unreachable-link` | warning | With `--online` only: a link to the web that does not answer, or answers that nothing is there. |',
    '',
  ].join('\n');
}
