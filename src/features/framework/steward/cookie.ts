/** The cookie that holds the secrets of steward links: one for each framework that somebody looks after. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

export const STEWARD_COOKIE = 'cairn_steward';

/** How many links one browser holds; an older one makes room for a newer one. */
const MOST = 8;

/** A secret as links hold it. Anything else in the cookie is somebody else's. */
const SECRET = /^[\w-]{16,64}$/;

/** The secrets that the browser holds. */
export function heldSecrets(c: Context): string[] {
  return (getCookie(c, STEWARD_COOKIE) ?? '').split('.').filter((secret) => SECRET.test(secret));
}

export function holdSecret(c: Context, secret: string, held: readonly string[], secure: boolean): void {
  const secrets = [secret, ...held.filter((other) => other !== secret)].slice(0, MOST);
  setCookie(c, STEWARD_COOKIE, secrets.join('.'), { path: '/', httpOnly: true, sameSite: 'Lax', secure });
}
