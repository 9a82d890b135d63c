/** Importing documents: understand everything, say what would be written, then write all of it or nothing. */
import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { Framework } from '../../../domain/framework.ts';
import {
  carryIds,
  decode,
  FORMATS_READ,
  type ReadResult,
  readFiles,
  type SourceFile,
  type TextFile,
} from '../../../formats/index.ts';
import {
  findUnattachedSource,
  lockFramework,
  type StoredFramework,
  saveDraft,
  saveSourceFiles,
  saveUnattached,
} from '../queries.ts';
import { chooseIds } from './choose-ids.ts';
import { type ImportPlan, type ImportReport, isSameReading, reportOf } from './import-report.ts';

export type { ImportReport };

export interface ImportRequest {
  files: readonly SourceFile[];
  /** Ids that the person chose; see `chooseIds`. */
  ids: readonly string[];
  /** Id of the framework whose draft receives the guides and role profiles of this import. */
  into?: string;
  /** Say what would be written and write nothing. */
  dryRun: boolean;
  /** Who imports, as an opaque id. */
  by: string;
  now: Date;
  allowedWords: ReadonlySet<string>;
  /** Told now and then how far long work has come. */
  progress?: (line: string) => void;
}

/**
 * Imports documents as drafts. Refuses, and then writes nothing at all, where an id belongs to a framework from
 * another source. What could not be read is in the findings; everything else is imported.
 *
 * @throws CairnError `invalid` for an `ids` entry that names nothing of this import, `not found` for `into`.
 */
export async function importDocuments(db: Executor, request: ImportRequest): Promise<ImportReport> {
  const read = chooseIds(readFiles(request.files, FORMATS_READ), request.ids);
  request.progress?.(`files read: ${request.files.length}`);
  return inTransaction(db, async (transaction) => {
    const planned = await plan(transaction, read, request);
    if (planned.refusals.length === 0 && !request.dryRun) {
      await write(transaction, planned, request);
    }
    return reportOf(planned, request);
  });
}

async function plan(db: Executor, read: ReadResult, request: ImportRequest): Promise<ImportPlan> {
  const target = request.into === undefined ? undefined : await attachTarget(db, request.into);
  const withTarget = target === undefined ? read : attach(read, target.draft);
  const stored = new Map<string, StoredFramework>();
  const refusals: string[] = [];
  const frameworks: Framework[] = [];
  for (const framework of withTarget.frameworks) {
    const previous = await lockFramework(db, framework.id);
    if (previous !== undefined && previous.sourceKey !== framework.source.key)
      refusals.push(taken(framework));
    if (previous !== undefined) stored.set(framework.id, previous);
    frameworks.push(previous === undefined ? framework : carriedOn(previous.draft, framework));
  }
  refusals.push(...(await unattachedRefusals(db, withTarget)));
  return { read: { ...withTarget, frameworks }, stored, refusals };
}

async function attachTarget(db: Executor, id: string): Promise<StoredFramework> {
  const target = await lockFramework(db, id);
  if (target !== undefined) return target;
  throw new CairnError('not found', `--into ${id}: there is no framework "${id}".`, 'Import it first.');
}

/** Hands the guides and role profiles to the framework, in place of earlier ones of the same id. */
function attach(read: ReadResult, target: Framework): ReadResult {
  const draft: Framework = {
    ...target,
    guides: replaced(target.guides, read.guides),
    roleProfiles: replaced(target.roleProfiles, read.roleProfiles),
    proposals: [...target.proposals, ...read.guides.flatMap(({ proposals }) => proposals)],
  };
  return { ...read, frameworks: [...read.frameworks, draft], guides: [], roleProfiles: [] };
}

function replaced<T extends { id: string }>(documents: readonly T[], newer: readonly T[]): T[] {
  const ids = new Set(newer.map(({ id }) => id));
  return [...documents.filter(({ id }) => !ids.has(id)), ...newer];
}

/** A new reading of the same source keeps the ids and whatever people attached to the earlier one. */
function carriedOn(previous: Framework, next: Framework): Framework {
  // The folder holds decisions itself, so a folder that was edited has the last word. One that was not knows nothing of
  // what was decided since it was read.
  if (next.source.format === 'folder') {
    const { confirmed, accepted } = previous;
    return isSameSource(previous, next) ? { ...next, confirmed, accepted } : next;
  }
  const carried = carryIds(previous, next);
  return {
    ...carried,
    guides: carried.guides.length > 0 ? carried.guides : previous.guides,
    roleProfiles: carried.roleProfiles.length > 0 ? carried.roleProfiles : previous.roleProfiles,
  };
}

function isSameSource(a: Framework, b: Framework): boolean {
  return JSON.stringify(a.source.files) === JSON.stringify(b.source.files);
}

function taken({ id, name }: Framework): string {
  return `The framework "${id}" is already here and came from another source, so "${name}" was not written over it. Choose another id: --id ${id}=another-id`;
}

async function unattachedRefusals(db: Executor, read: ReadResult): Promise<string[]> {
  const refusals: string[] = [];
  for (const [table, documents] of unattached(read)) {
    for (const { id, title, origin } of documents) {
      const source = await findUnattachedSource(db, table, id);
      if (source !== undefined && source !== origin?.file) {
        refusals.push(
          `"${id}" is already here and came from ${source}, so "${title}" was not written over it. Choose another id: --id ${id}=another-id`,
        );
      }
    }
  }
  return refusals;
}

function unattached({ guides, roleProfiles }: ReadResult) {
  return [
    ['guide', guides],
    ['role_profile', roleProfiles],
  ] as const;
}

async function write(
  db: Executor,
  { read, stored }: ImportPlan,
  { files, by, now }: ImportRequest,
): Promise<void> {
  const texts = files.flatMap((file) => decode(file).file ?? []);
  const sources = sourcesOf(read, texts);
  await saveSourceFiles(db, sources, now);
  for (const framework of read.frameworks) {
    if (isSameReading(framework, stored)) continue;
    await saveDraft(db, framework, unreadOf(framework, read.findings, sources), now);
    await recordEvent(db, { at: now, actor: by, verb: 'framework.imported', subject: framework.id });
  }
  for (const [table, documents] of unattached(read)) {
    for (const document of documents) {
      await saveUnattached(db, table, document, document.origin?.file ?? document.id, now);
      await recordEvent(db, { at: now, actor: by, verb: `${table}.imported`, subject: document.id });
    }
  }
}

/** The files that something was read from. Known by their digests: a format may name its files in its own way. */
function sourcesOf(read: ReadResult, files: readonly TextFile[]): TextFile[] {
  const digests = new Set(read.frameworks.flatMap(({ source }) => source.files.map(({ digest }) => digest)));
  const names = new Set([...read.guides, ...read.roleProfiles].map(({ origin }) => origin?.file));
  return files.filter(({ digest, name }) => digests.has(digest) || names.has(name));
}

/** What could not be read of the framework's own files: it stops a release. */
function unreadOf(
  framework: Framework,
  findings: readonly Finding[],
  sources: readonly TextFile[],
): Finding[] {
  const digests = new Set(framework.source.files.map(({ digest }) => digest));
  const names = new Set(sources.filter(({ digest }) => digests.has(digest)).map(({ name }) => name));
  return findings.filter(({ severity, file }) => severity === 'error' && names.has(file ?? ''));
}
