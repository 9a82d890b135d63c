/** Everything about somebody's evidence, for them to take along. */
import { sql } from 'kysely';
import type { Executor } from '../../db/schema.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { selectEvidence } from './queries/select-evidence.ts';
import { type EarlierVersion, findVersionsOf } from './queries/versions.ts';

/** A piece with what it said before. Of its files everything but the bytes, which are asked for one by one. */
export interface WholeEvidence extends Evidence {
  /** Newest first. */
  versions: EarlierVersion[];
}

/**
 * Oldest first by when it happened.
 *
 * @param person the viewer
 */
export async function evidenceOf(db: Executor, person: string): Promise<WholeEvidence[]> {
  const pieces = await selectEvidence(
    db,
    sql`where evidence.person_id = ${person} order by evidence.happened_on, evidence.id`,
  );
  const versions = Map.groupBy(await findVersionsOf(db, person), ({ evidence }) => evidence);
  return pieces.map((piece) => ({
    ...piece,
    versions: (versions.get(piece.id) ?? []).map(({ evidence: _, ...version }) => version),
  }));
}
