/** Rows for tests of the database, made up. */
import type { Executor } from '../schema.ts';

const NOW = new Date('2026-03-02T09:30:00.123Z');

/** A framework with a source file and a release that was first beta, then published. */
export async function insertReleasedFramework(db: Executor, id = 'lighthouse'): Promise<void> {
  await db
    .insertInto('source_file')
    .values({
      digest: `sha256:${id}`,
      name: 'keepers.txt',
      bytes: new Uint8Array([0, 255, 10]),
      imported_at: NOW,
    })
    .execute();
  await db
    .insertInto('framework')
    .values({
      id,
      source_key: 'keepers',
      draft: '{"name":"Keepers\\n“one”"}',
      read_findings: '[]',
      drafted_at: NOW,
      created_at: NOW,
    })
    .execute();
  await db
    .insertInto('release')
    .values({
      framework_id: id,
      version: '1.0.0',
      digest: 'sha256:r',
      document: '{"b":1,"a":"\\u00e9"}',
      released_at: NOW,
    })
    .execute();
  for (const status of ['beta', 'published'] as const) {
    await db
      .insertInto('release_status')
      .values({ framework_id: id, version: '1.0.0', status, since: NOW, by: 'steward-1' })
      .execute();
  }
}
