import type { Executor } from '../../../db/schema.ts';
import type { Source, SourceFileRef } from '../../../domain/framework.ts';
import { decode, type Written, writeFolder, writeJobFamily, writeJson } from '../../../formats/index.ts';
import { findFramework, findSourceFiles } from '../queries.ts';
import { unknownFramework } from './release.ts';

/** What a framework can be written as. */
export const EXPORT_FORMATS = ['folder', 'json', 'job-family'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * Writes a framework's draft in a format. Where it was read from that same format, what nobody changed comes out
 * byte for byte, comments and layout included. `losses` names what the format cannot hold.
 *
 * @throws CairnError `not found`.
 */
export async function exportFramework(db: Executor, id: string, to: ExportFormat): Promise<Written> {
  const stored = await findFramework(db, id);
  if (stored === undefined) throw unknownFramework(id);
  if (to === 'json') return writeJson(stored.draft);
  const kept = await findSourceFiles(db, originals(stored.draft.source, to));
  const files = kept.flatMap((file) => decode(file).file ?? []);
  return to === 'folder' ? writeFolder(stored.draft, files) : writeJobFamily(stored.draft, files[0]);
}

/** The files that the framework has, or once had, in this format. */
function originals({ format, files, first }: Source, to: ExportFormat): SourceFileRef[] {
  if (format === to) return files;
  return first?.format === to ? first.files : [];
}
