/** SQL about the links of stewards. The executor comes first. */
import type { Executor } from '../../../db/schema.ts';

/** What a steward's link lets its holder decide about, and as whom. */
export interface StewardKey {
  /** Opaque id for events. */
  id: string;
  /** Id of the framework. */
  framework: string;
  /** What stands beside a decision for people to read. */
  name: string;
}

export async function insertStewardKey(
  db: Executor,
  key: StewardKey & { digest: string; now: Date; expires: Date },
): Promise<void> {
  const { id, framework, name, digest, now, expires } = key;
  await db.deleteFrom('steward_key').where('expires_at', '<', now).execute();
  await db
    .insertInto('steward_key')
    .values({ id, framework_id: framework, name, digest, created_at: now, expires_at: expires })
    .execute();
}

/** The keys of these digests that have not run out. */
export async function listStewardKeys(
  db: Executor,
  digests: readonly string[],
  now: Date,
): Promise<(StewardKey & { digest: string })[]> {
  if (digests.length === 0) return [];
  const rows = await db
    .selectFrom('steward_key')
    .select(['digest', 'id', 'framework_id', 'name'])
    .where('digest', 'in', digests)
    .where('expires_at', '>', now)
    .execute();
  return rows.map(({ framework_id, ...key }) => ({ ...key, framework: framework_id }));
}
