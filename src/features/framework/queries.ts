/** SQL about frameworks. The executor comes first: the database, or the transaction that is open. */
import { sql } from 'kysely';
import type { Executor } from '../../db/schema.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Framework, Guide, RoleProfile, SourceFileRef } from '../../domain/framework.ts';
import type { ReleasedStatus, ReleaseStatus } from '../../domain/release.ts';
import type { SourceFile, TextFile } from '../../formats/index.ts';

/** What is stored about a framework besides its releases. */
export interface StoredFramework {
  id: string;
  sourceKey: string;
  draft: Framework;
  /** What the reader could not read, kept because it stops a release. */
  readFindings: Finding[];
  /** ISO 8601 instant. */
  draftedAt: string;
}

/** A release as stored: its document still the text that its digest was made of. */
export interface StoredRelease {
  framework: string;
  version: string;
  digest: string;
  document: string;
  releasedAt: string;
  statuses: ReleaseStatus[];
}

export async function findFramework(db: Executor, id: string): Promise<StoredFramework | undefined> {
  const row = await db.selectFrom('framework').selectAll().where('id', '=', id).executeTakeFirst();
  return row && storedFramework(row);
}

/** As `findFramework`, and nobody else changes the framework until the open transaction ends. */
export async function lockFramework(db: Executor, id: string): Promise<StoredFramework | undefined> {
  const row = await db
    .selectFrom('framework')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && storedFramework(row);
}

export async function listFrameworks(db: Executor): Promise<StoredFramework[]> {
  const rows = await db.selectFrom('framework').selectAll().orderBy('id').execute();
  return rows.map(storedFramework);
}

/** Every draft by its name, without reading what it says. */
export async function listDrafts(db: Executor): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('framework')
    .select(['id', sql<string>`draft::jsonb ->> 'name'`.as('name')])
    .orderBy('id')
    .execute();
}

/** Writes the draft; the framework's first one creates it. */
export async function saveDraft(
  db: Executor,
  draft: Framework,
  readFindings: readonly Finding[],
  now: Date,
): Promise<void> {
  const content = {
    source_key: draft.source.key,
    draft: JSON.stringify(draft),
    read_findings: JSON.stringify(readFindings),
    drafted_at: now,
  };
  await db
    .insertInto('framework')
    .values({ id: draft.id, created_at: now, ...content })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(content))
    .execute();
}

/** Keeps the bytes of what was imported, once per content. */
export async function saveSourceFiles(db: Executor, files: readonly TextFile[], now: Date): Promise<void> {
  for (const { digest, name, bytes } of files) {
    await db
      .insertInto('source_file')
      .values({ digest, name, bytes: Buffer.from(bytes), imported_at: now })
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .execute();
  }
}

/** The kept bytes of these files, under the names given and in their order. */
export async function findSourceFiles(db: Executor, files: readonly SourceFileRef[]): Promise<SourceFile[]> {
  if (files.length === 0) return [];
  const digests = files.map(({ digest }) => digest);
  const rows = await db
    .selectFrom('source_file')
    .select(['digest', 'bytes'])
    .where('digest', 'in', digests)
    .execute();
  const bytesOf = new Map(rows.map(({ digest, bytes }) => [digest, bytes]));
  return files.flatMap(({ name, digest }) => {
    const bytes = bytesOf.get(digest);
    return bytes === undefined ? [] : [{ name, bytes }];
  });
}

export async function listReleases(db: Executor, framework?: string): Promise<StoredRelease[]> {
  let releases = db.selectFrom('release').selectAll().orderBy('released_at');
  let statuses = db.selectFrom('release_status').selectAll().orderBy('serial');
  if (framework !== undefined) {
    releases = releases.where('framework_id', '=', framework);
    statuses = statuses.where('framework_id', '=', framework);
  }
  const [rows, allStatuses] = [await releases.execute(), await statuses.execute()];
  const byRelease = Map.groupBy(allStatuses, (row) => `${row.framework_id}@${row.version}`);
  return rows.map((row) => ({
    framework: row.framework_id,
    version: row.version,
    digest: row.digest,
    document: row.document,
    releasedAt: row.released_at.toISOString(),
    statuses: (byRelease.get(`${row.framework_id}@${row.version}`) ?? []).map(({ status, since, by }) => ({
      status,
      since: since.toISOString(),
      by,
    })),
  }));
}

export async function insertRelease(
  db: Executor,
  release: Pick<StoredRelease, 'framework' | 'version' | 'digest' | 'document'>,
  now: Date,
): Promise<void> {
  const { framework, ...content } = release;
  await db
    .insertInto('release')
    .values({ framework_id: framework, ...content, released_at: now })
    .execute();
}

export async function insertReleaseStatus(
  db: Executor,
  release: Pick<StoredRelease, 'framework' | 'version'>,
  status: ReleasedStatus,
  by: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('release_status')
    .values({ framework_id: release.framework, version: release.version, status, since: now, by })
    .execute();
}

/** Guides and role profiles that belong to no framework yet. */
export async function listUnattached(
  db: Executor,
): Promise<{ guides: Guide[]; roleProfiles: RoleProfile[] }> {
  const guides = await db.selectFrom('guide').select('document').orderBy('id').execute();
  const profiles = await db.selectFrom('role_profile').select('document').orderBy('id').execute();
  return {
    guides: guides.map(({ document }) => JSON.parse(document) as Guide),
    roleProfiles: profiles.map(({ document }) => JSON.parse(document) as RoleProfile),
  };
}

/** The source of the guide or role profile that has this id, if there is one. */
export async function findUnattachedSource(
  db: Executor,
  table: 'guide' | 'role_profile',
  id: string,
): Promise<string | undefined> {
  const row = await db.selectFrom(table).select('source_key').where('id', '=', id).executeTakeFirst();
  return row?.source_key;
}

export async function saveUnattached(
  db: Executor,
  table: 'guide' | 'role_profile',
  document: Guide | RoleProfile,
  sourceKey: string,
  now: Date,
): Promise<void> {
  const content = { document: JSON.stringify(document), source_key: sourceKey, imported_at: now };
  await db
    .insertInto(table)
    .values({ id: document.id, ...content })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(content))
    .execute();
}

/** The id of the newest event about frameworks: changes with every write, so it tells whether a catalogue is current. */
export async function newestEvent(db: Executor): Promise<string> {
  const row = await db
    .selectFrom('event')
    .select('id')
    .where('kind', '=', 'publication')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 'none';
}

export async function insertPreviewKey(
  db: Executor,
  digest: string,
  now: Date,
  expires: Date,
): Promise<void> {
  await db.deleteFrom('preview_key').where('expires_at', '<', now).execute();
  await db.insertInto('preview_key').values({ digest, created_at: now, expires_at: expires }).execute();
}

export async function isPreviewKey(db: Executor, digest: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('preview_key')
    .select('digest')
    .where('digest', '=', digest)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

interface FrameworkRow {
  id: string;
  source_key: string;
  draft: string;
  read_findings: string;
  drafted_at: Date;
}

function storedFramework(row: FrameworkRow): StoredFramework {
  return {
    id: row.id,
    sourceKey: row.source_key,
    draft: JSON.parse(row.draft) as Framework,
    readFindings: JSON.parse(row.read_findings) as Finding[],
    draftedAt: row.drafted_at.toISOString(),
  };
}
