import type { Finding } from '../../../domain/finding.ts';
import type { Framework } from '../../../domain/framework.ts';
import type { ReadResult } from '../../../formats/index.ts';
import { type LintContext, lint, lintGuide, lintRoleProfile } from '../../../lint/index.ts';

/**
 * Everything there is to say about documents that were read: what the readers met, then what the linter finds.
 * `progress` hears of each framework that is done.
 */
export function examine(
  read: ReadResult,
  context: LintContext,
  progress: (line: string) => void = () => {},
): Finding[] {
  const examined = (framework: Framework) => {
    const { findings } = lint(framework, context);
    progress(`checked: ${framework.id}`);
    return findings;
  };
  return [
    ...read.findings,
    ...read.frameworks.flatMap(examined),
    ...read.guides.flatMap((guide) => lintGuide(guide, context)),
    ...read.roleProfiles.flatMap((profile) => lintRoleProfile(profile, context)),
  ];
}
