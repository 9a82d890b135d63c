import { isId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';

/** A file of a piece of evidence that the viewer may read, with its bytes. */
export async function findFile(db: Executor, evidence: string, file: string) {
  if (!isId(evidence) || !isId(file)) return undefined;
  const found = await db
    .selectFrom('evidence_file')
    .innerJoin('evidence', 'evidence.id', 'evidence_file.evidence_id')
    .select([
      'evidence.person_id as owner',
      'evidence_file.id',
      'evidence_file.name',
      'evidence_file.type',
      'evidence_file.digest',
      'evidence_file.bytes',
    ])
    .where('evidence_file.id', '=', file)
    .where('evidence_file.evidence_id', '=', evidence)
    .executeTakeFirst();
  return found;
}

/** The bytes of a file; undefined where the viewer may not read it. */
export async function fileBytes(
  db: Executor,
  evidence: string,
  file: string,
): Promise<Uint8Array | undefined> {
  return (await findFile(db, evidence, file))?.bytes;
}
