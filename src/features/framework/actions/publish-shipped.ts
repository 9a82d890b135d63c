import type { Executor } from '../../../db/schema.ts';
import type { SourceFile } from '../../../formats/index.ts';
import { findFramework } from '../queries.ts';
import { importDocuments } from './import.ts';
import { releaseFramework } from './release.ts';

/** Id of the framework that comes with Cairn. */
export const SHIPPED = 'operations';

/**
 * Publishes the framework that comes with Cairn, as a beta, where no framework has its id yet. Once it is there the
 * organisation owns it: a newer Cairn never changes it.
 *
 * @returns whether it was published now.
 */
export async function publishShipped(
  db: Executor,
  files: readonly SourceFile[],
  now: Date,
): Promise<boolean> {
  if ((await findFramework(db, SHIPPED)) !== undefined) return false;
  const by = 'cairn';
  const allowedWords = new Set<string>();
  await importDocuments(db, { files, ids: [], dryRun: false, by, now, allowedWords });
  await releaseFramework(db, { framework: SHIPPED, status: 'beta', by, now, allowedWords });
  return true;
}
