/** A made framework with generated people: what benchmarks about people's own pages run on. */
import { type GeneratedSize, generateWorld } from '../../demo/generated.ts';
import type { Database } from '../../src/db/connect.ts';
import type { Framework } from '../../src/domain/framework.ts';
import { releaseDocument } from '../../src/domain/release.ts';
import { digest } from '../../src/formats/index.ts';
import { wideFramework } from './wide-framework.ts';

/** Five levels of twenty rows. */
export const LADDER: Framework = wideFramework({ levels: 5, competencies: 20 });

export const RELEASE = '1.0.0';

/** Publishes the framework and makes people who hold its levels. Person numbers begin with 1. */
export async function makePeople(database: Database, people: number, notes: number): Promise<void> {
  await publish(database);
  const size: GeneratedSize = {
    people,
    notes,
    framework: LADDER.id,
    release: RELEASE,
    levels: LADDER.levels.map(({ id }) => ({ id, expectations: expectationsAt(id) })),
  };
  await generateWorld(database.owner, size);
  await database.afterImport();
}

/** Ids, in the framework's own order. */
export function expectationsAt(level: string): string[] {
  return LADDER.expectations.filter((cell) => cell.level === level).map(({ id }) => id);
}

async function publish({ db }: Database): Promise<void> {
  const at = new Date('2024-01-08T09:00:00Z');
  const release = { framework_id: LADDER.id, version: RELEASE };
  const document = releaseDocument(LADDER);
  await db
    .insertInto('framework')
    .values({
      id: LADDER.id,
      source_key: 'made',
      draft: JSON.stringify(LADDER),
      read_findings: '[]',
      drafted_at: at,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('release')
    .values({ ...release, document, digest: digest(document), released_at: at })
    .execute();
  await db
    .insertInto('release_status')
    .values({ ...release, status: 'published', since: at, by: 'bench' })
    .execute();
}
