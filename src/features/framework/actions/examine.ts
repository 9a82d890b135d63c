import type { Finding } from '../../../domain/finding.ts';
import type { ReadResult } from '../../../formats/index.ts';
import { type LintContext, lint, lintGuide, lintRoleProfile } from '../../../lint/index.ts';

/** Everything there is to say about documents that were read: what the readers met, then what the linter finds. */
export function examine(read: ReadResult, context: LintContext): Finding[] {
  return [
    ...read.findings,
    ...read.frameworks.flatMap((framework) => lint(framework, context).findings),
    ...read.guides.flatMap((guide) => lintGuide(guide, context)),
    ...read.roleProfiles.flatMap((profile) => lintRoleProfile(profile, context)),
  ];
}
