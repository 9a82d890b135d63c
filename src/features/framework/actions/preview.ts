/** Preview links: how stewards see drafts until people can sign in. */
import { randomBytes } from 'node:crypto';
import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { digest } from '../../../formats/index.ts';
import { insertPreviewKey, isPreviewKey } from '../queries.ts';

/** How long a preview link shows drafts, in days. */
const DAYS = 30;

export interface PreviewKey {
  /** The secret part of the link. Only its digest is stored. */
  key: string;
  expires: Date;
}

/** Makes a key that shows drafts to whoever holds it, for 30 days. */
export async function createPreviewKey(db: Executor, by: string, now: Date): Promise<PreviewKey> {
  const key = randomBytes(24).toString('base64url');
  const expires = new Date(now.getTime() + DAYS * 86_400_000);
  await inTransaction(db, async (transaction) => {
    await insertPreviewKey(transaction, digest(key), now, expires);
    await recordEvent(transaction, {
      at: now,
      actor: by,
      verb: 'preview-key.created',
      subject: 'frameworks',
    });
  });
  return { key, expires };
}

/** Whether the key was made here and has not run out. */
export async function isValidPreviewKey(db: Executor, key: string, now: Date): Promise<boolean> {
  return isPreviewKey(db, digest(key), now);
}
