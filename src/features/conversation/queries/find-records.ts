import type { Executor } from '../../../db/schema.ts';
import type { AgreedRecord } from '../../../domain/agreed-record.ts';

/** A record as it is kept, with the digest of its text. */
export interface KeptRecord {
  record: AgreedRecord;
  /** To the letter. */
  document: string;
  digest: string;
}

/** Every edition of a conversation's record that the viewer may read, newest first. */
export async function findEditions(db: Executor, talk: string): Promise<KeptRecord[]> {
  const rows = await db
    .selectFrom('agreed_record')
    .select(['document', 'digest'])
    .where('conversation_id', '=', talk)
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(kept);
}

/** The records of somebody that the viewer may read, newest first: the last edition of each conversation. */
export async function findRecordsOf(db: Executor, person: string): Promise<KeptRecord[]> {
  const rows = await db
    .selectFrom('agreed_record as record')
    .select(['record.document', 'record.digest'])
    .where('record.person_id', '=', person)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('agreed_record as later')
            .whereRef('later.conversation_id', '=', 'record.conversation_id')
            .whereRef('later.edition', '>', 'record.edition'),
        ),
      ),
    )
    .orderBy('record.agreed_at', 'desc')
    .execute();
  return rows.map(kept);
}

/** Why the edition before the one that is being written was opened again. */
export async function findLastReopening(db: Executor, talk: string): Promise<AgreedRecord['reopened']> {
  const found = await db
    .selectFrom('reopening')
    .select(['asked_side', 'reason', 'asked_at'])
    .where('conversation_id', '=', talk)
    .where('agreed', '=', true)
    .orderBy('edition', 'desc')
    .executeTakeFirst();
  return found && { by: found.asked_side, reason: found.reason, at: found.asked_at.toISOString() };
}

/** What somebody is called by their id; whoever was erased is not in it. */
export async function findNames(db: Executor, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  if (known.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', known).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function kept({ document, digest }: { document: string; digest: string }): KeptRecord {
  return { record: JSON.parse(document) as AgreedRecord, document, digest };
}
