import type { Executor } from '../../../db/schema.ts';
import type { Kind, Note } from '../../../domain/evidence.ts';

/** What a piece of evidence said before an edit. */
export interface EarlierVersion extends Note {
  version: number;
  /** ISO 8601 instant. */
  replacedAt: string;
}

/** Newest first. Only its owner sees any. */
export async function findVersions(db: Executor, evidence: string): Promise<EarlierVersion[]> {
  const rows = await db
    .selectFrom('evidence_version')
    .select(['version', 'text', 'happened_on', 'kind', 'replaced_at'])
    .where('evidence_id', '=', evidence)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, text, happened_on, kind, replaced_at }) => ({
    version,
    text,
    happenedOn: happened_on,
    ...(kind === null ? {} : { kind: kind as Kind }),
    replacedAt: replaced_at.toISOString(),
  }));
}
