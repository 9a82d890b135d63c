/** Steward links: who may decide about a framework's draft until people can sign in. */
import { randomBytes } from 'node:crypto';
import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { CairnError } from '../../../domain/errors.ts';
import { digest } from '../../../formats/index.ts';
import { findFramework } from '../queries.ts';
import { insertStewardKey, listStewardKeys, type StewardKey } from '../steward/queries.ts';
import { unknownFramework } from './release.ts';

/** How long a steward's link is valid, in days. */
const DAYS = 30;

/** Longest name that may stand beside a decision, in UTF-16 code units. */
const LONGEST_NAME = 100;

export interface StewardLink {
  /** The secret part of the link. Only its digest is stored. */
  key: string;
  expires: Date;
}

/**
 * Makes a key with which its holder decides about the framework's draft, for 30 days.
 *
 * @param request.name what people read beside each decision
 * @throws CairnError `not found` for the framework, `invalid` for a name that is empty or too long.
 */
export async function createStewardKey(
  db: Executor,
  request: { framework: string; name: string; by: string; now: Date },
): Promise<StewardLink> {
  const { framework, by, now } = request;
  const name = request.name.trim();
  if (name === '' || name.length > LONGEST_NAME) {
    throw new CairnError(
      'invalid',
      `--name must say who decides, in 1 to ${LONGEST_NAME} characters.`,
      'For example: --name "Working group".',
    );
  }
  const key = randomBytes(24).toString('base64url');
  const expires = new Date(now.getTime() + DAYS * 86_400_000);
  await inTransaction(db, async (transaction) => {
    if ((await findFramework(transaction, framework)) === undefined) throw unknownFramework(framework);
    const id = newId();
    await insertStewardKey(transaction, { id, framework, name, digest: digest(key), now, expires });
    await recordEvent(transaction, { at: now, actor: by, verb: 'steward-key.created', subject: framework });
  });
  return { key, expires };
}

/** A valid key together with its secret, which forms are bound to. */
export interface HeldKey extends StewardKey {
  secret: string;
}

/** Those of the secrets that were made here and have not run out, in the order given. */
export async function heldStewardKeys(
  db: Executor,
  secrets: readonly string[],
  now: Date,
): Promise<HeldKey[]> {
  const byDigest = new Map(secrets.map((secret) => [digest(secret), secret]));
  const found = await listStewardKeys(db, [...byDigest.keys()], now);
  return [...byDigest].flatMap(([own, secret]) => {
    const key = found.find((candidate) => candidate.digest === own);
    return key === undefined ? [] : [{ id: key.id, framework: key.framework, name: key.name, secret }];
  });
}
