/** Links that work once: for setting up, joining and invitations. Only their digests are kept. */
import { createHash, randomBytes } from 'node:crypto';

export interface OneTimeToken {
  /** What stands in the link. */
  token: string;
  /** What is kept. */
  digest: string;
}

export function newToken(): OneTimeToken {
  const token = randomBytes(24).toString('base64url');
  return { token, digest: digestOf(token) };
}

export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
