import { quoted } from '../../domain/finding.ts';
import { levelNames } from '../entries.ts';
import { driftedNames } from '../row-proposals.ts';
import { findingAt, type Rule } from '../rule.ts';

export const rowMisaligned: Rule = {
  id: 'row-misaligned',
  severity: 'warning',
  about:
    'A competency is probably called something else at the neighbouring level: until somebody confirms the row, the two cannot be read side by side.',
  check: (framework) => {
    const named = levelNames(framework);
    return driftedNames(framework).map(({ earlier, later }) =>
      findingAt(rowMisaligned, later.expectation, {
        quote: quoted(later.name),
        message: `“${quoted(later.name)}” at ${named(later.level)} is probably the same competency as “${quoted(earlier.name)}” at ${named(earlier.level)}. While the names differ nobody can follow it from level to level.`,
        remedy: `Confirm that both are one row (\`confirmed.rows\`: competency “${earlier.competency.id}” joins “${later.competency.id}”), give them one name, or write them under \`confirmed.refused\` if they are two.`,
      }),
    );
  },
};
