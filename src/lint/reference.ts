import { RULES } from './rules.ts';

/** `docs/linter.md`, generated from the rules so that it cannot drift from them. Markdown. */
export function linterReference(): string {
  const rows = RULES.map(
    ({ id, severity, about }) => `| \`${id}\` | ${severity} | ${about.replaceAll('|', '\\|')} |`,
  );
  return `${INTRODUCTION}
| rule | severity | what it looks for, and why |
|---|---|---|
${rows.join('\n')}
| \`unreachable-link\` | warning | With \`--online\` only: a link to the web that does not answer, or answers that nothing is there. |
| \`stale-acceptance\` | note | An accepted finding that no longer occurs: the entry can go. |

${ACCEPTING}`;
}

const INTRODUCTION = `# What the linter looks for

<!-- Generated from src/lint by \`npm run generate\`. Edit the rules, not this file. -->

\`bin/cairn check PATH...\` runs it; so do an import and a release. Each finding names the place, quotes the text to the
letter, says why it matters and how to mend it. The linter never changes a text.

- **error** stops a release.
- **warning** asks somebody to decide.
- **note** tells. Style rules are notes: good text must not be contorted to please them.

Guides and role profiles that belong to no framework yet are read with the rules that make sense for them alone.
`;

const ACCEPTING = `## When a finding is not a fault

Accept it with a reason, in the framework's own \`framework.yaml\`:

\`\`\`yaml
accepted:
  - rule: too-many-competencies
    entity: senior-1
    by: Working group
    on: 2026-11-22
    why: Two of them leave with the next release.
\`\`\`

\`entity\` and \`quote\` narrow it to one place or one text; without them every finding of the rule is accepted. Errors
cannot be accepted. Words of the organisation (products, teams, abbreviations) are better allowed than accepted.
`;
