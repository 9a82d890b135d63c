import type { Executor } from '../../../db/schema.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Framework, Source, SourceFileRef } from '../../../domain/framework.ts';
import {
  decode,
  type TextFile,
  type Written,
  writeCsv,
  writeFolder,
  writeJobFamily,
  writeJson,
  writeMarkdown,
  writeTracker,
  writeXlsx,
} from '../../../formats/index.ts';
import { findFramework, findSourceFiles } from '../queries.ts';
import { unknownFramework } from './release.ts';

/** What a framework can be written as. */
export const EXPORT_FORMATS = ['folder', 'json', 'job-family', 'xlsx', 'csv', 'tracker', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The format that a source is in -> what writes it back. */
const WRITES_BACK: Partial<Record<ExportFormat, Framework['source']['format']>> = {
  folder: 'folder',
  'job-family': 'job-family',
  xlsx: 'spreadsheet',
  csv: 'spreadsheet',
};

/**
 * Writes a framework's draft in a format; `level` is the level of a tracker. Where it was read from that same format,
 * what nobody changed comes out byte for byte, comments and layout included. `losses` names what the format cannot hold.
 *
 * @throws CairnError `not found`, also for the level; `invalid` for a tracker without a level.
 */
export async function exportFramework(
  db: Executor,
  id: string,
  to: ExportFormat,
  level?: string,
): Promise<Written> {
  const stored = await findFramework(db, id);
  if (stored === undefined) throw unknownFramework(id);
  const kept = await findSourceFiles(db, originals(stored.draft.source, to));
  const files = kept.flatMap((file) => decode(file).file ?? []);
  return write(stored.draft, to, files, level);
}

/** The files that the framework has, or once had, in this format. */
function originals({ format, files, first }: Source, to: ExportFormat): SourceFileRef[] {
  const wanted = WRITES_BACK[to];
  if (wanted === undefined) return [];
  if (format === wanted) return files;
  return first?.format === wanted ? first.files : [];
}

function write(draft: Framework, to: ExportFormat, files: readonly TextFile[], level?: string): Written {
  switch (to) {
    case 'folder':
      return writeFolder(draft, files);
    case 'json':
      return writeJson(draft);
    case 'job-family':
      return writeJobFamily(draft, files[0]);
    case 'xlsx':
      return writeXlsx(draft, files[0]);
    case 'csv':
      return writeCsv(draft, files[0]);
    case 'markdown':
      return writeMarkdown(draft);
    case 'tracker':
      return writeTracker(draft, trackedLevel(draft, level));
  }
}

function trackedLevel({ levels }: Framework, level: string | undefined): string {
  if (level !== undefined) return level;
  const known = levels.map(({ id }) => id).join(', ');
  throw new CairnError('invalid', 'A tracker is for one level.', `Say which with --level: ${known}.`);
}
