/** Tokens with which people's own programs act for them, e.g. the command that notes evidence. */
import { createHash, randomBytes } from 'node:crypto';
import { isId, newId } from '../../db/ids.ts';
import type { Executor } from '../../db/schema.ts';
import type { Session } from '../../web/session.ts';

/** How long a token is valid, in days. */
export const DAYS_OF_TOKENS = 365;

/** How seldom its last use is written down, in milliseconds. */
const USE_NOTED_EVERY = 3_600_000;

const PREFIX = 'cairn_';

/**
 * Makes a token. Only its digest is kept: it is shown once.
 *
 * @param db the transaction of the person who makes it
 */
export async function createPersonalToken(
  db: Executor,
  request: { person: string; name: string; now: Date },
): Promise<{ id: string; secret: string }> {
  const { person, name, now } = request;
  const id = newId();
  const secret = PREFIX + randomBytes(24).toString('base64url');
  await db
    .insertInto('personal_token')
    .values({
      id,
      person_id: person,
      name,
      digest: digestOf(secret),
      created_at: now,
      last_used_at: null,
      expires_at: new Date(now.getTime() + DAYS_OF_TOKENS * 86_400_000),
    })
    .execute();
  return { id, secret };
}

export interface HeldToken {
  id: string;
  name: string;
  made: Date;
  used: Date | null;
  ends: Date;
}

/** The tokens of somebody that work. @param db their own transaction */
export function heldTokens(db: Executor, person: string, now: Date): Promise<HeldToken[]> {
  return db
    .selectFrom('personal_token')
    .select(['id', 'name', 'created_at as made', 'last_used_at as used', 'expires_at as ends'])
    .where('person_id', '=', person)
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** @param db the transaction of the token's owner @returns whether there was one */
export async function endPersonalToken(db: Executor, person: string, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const { numDeletedRows } = await db
    .deleteFrom('personal_token')
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whom a token acts for. @param db the database as the role of sign-in */
export async function sessionOfToken(db: Executor, token: string): Promise<Session | undefined> {
  if (!token.startsWith(PREFIX)) return undefined;
  const now = new Date();
  const digest = digestOf(token);
  const found = await db
    .selectFrom('personal_token')
    .select(['id', 'person_id', 'created_at', 'last_used_at'])
    .where('digest', '=', digest)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { id, person_id: person, created_at: since, last_used_at: used } = found;
  if (used === null || now.getTime() - used.getTime() > USE_NOTED_EVERY) {
    await db.updateTable('personal_token').set({ last_used_at: now }).where('id', '=', id).execute();
  }
  return { person, id, kind: 'token', secret: digest, since };
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
