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
  const rows = await versions(db).where('evidence_id', '=', evidence).execute();
  return rows.map(asVersion);
}

/** Those of everything that a person noted, each with the id of its piece. */
export async function findVersionsOf(
  db: Executor,
  owner: string,
): Promise<(EarlierVersion & { evidence: string })[]> {
  const rows = await versions(db)
    .innerJoin('evidence', 'evidence.id', 'evidence_version.evidence_id')
    .where('evidence.person_id', '=', owner)
    .execute();
  return rows.map((row) => ({ ...asVersion(row), evidence: row.evidence_id }));
}

function versions(db: Executor) {
  return db
    .selectFrom('evidence_version')
    .select([
      'evidence_version.evidence_id',
      'evidence_version.version',
      'evidence_version.text',
      'evidence_version.happened_on',
      'evidence_version.kind',
      'evidence_version.replaced_at',
    ])
    .orderBy('evidence_version.version', 'desc');
}

interface Row {
  version: number;
  text: string;
  happened_on: string;
  kind: string | null;
  replaced_at: Date;
}

function asVersion({ version, text, happened_on, kind, replaced_at }: Row): EarlierVersion {
  return {
    version,
    text,
    happenedOn: happened_on,
    ...(kind === null ? {} : { kind: kind as Kind }),
    replacedAt: replaced_at.toISOString(),
  };
}
