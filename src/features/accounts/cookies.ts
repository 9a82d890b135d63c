/** The cookies of signing in. With https they are bound to this host, so that no neighbouring site can set them. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** What the library calls its cookies, and what they are called here. */
const COOKIES = {
  session_token: 'session',
  session_data: 'session_data',
  account_data: 'account_data',
  dont_remember: 'this_session_only',
  two_factor: 'second_factor',
  trust_device: 'trusted_device',
  passkey: 'passkey',
} as const;

/** What binds forms to a browser before anybody has signed in with it. */
const VISIT = 'visit';

/** That somebody has signed in with this browser before. */
const KNOWN = 'known_browser';

const YEAR = 365 * 86_400;

/** How long a page for signing in may lie open, in seconds. */
const SECONDS_OF_VISIT = 12 * 3600;

/** @param secure whether the public address is https */
export function cookieNames(secure: boolean): Record<string, { name: string }> {
  return Object.fromEntries(
    Object.entries(COOKIES).map(([key, name]) => [key, { name: prefix(secure) + name }]),
  );
}

/** The cookie that says who is signed in. */
export function sessionCookie(baseUrl: string): string {
  return nameAt(baseUrl, COOKIES.session_token);
}

/** Whether the browser has shown a password or a link, and still owes a second factor. */
export function owesSecondFactor(c: Context, baseUrl: string): boolean {
  return getCookie(c, nameAt(baseUrl, COOKIES.two_factor)) !== undefined;
}

export function visitCookie(c: Context, baseUrl: string): string | undefined {
  const secret = getCookie(c, nameAt(baseUrl, VISIT));
  return secret !== undefined && /^[\w-]{32,64}$/.test(secret) ? secret : undefined;
}

export function setVisitCookie(c: Context, baseUrl: string, secret: string): void {
  setCookie(c, nameAt(baseUrl, VISIT), secret, attributes(baseUrl, SECONDS_OF_VISIT));
}

export function knownCookie(c: Context, baseUrl: string): string | undefined {
  return getCookie(c, nameAt(baseUrl, KNOWN));
}

export function setKnownCookie(c: Context, baseUrl: string, value: string): void {
  setCookie(c, nameAt(baseUrl, KNOWN), value, attributes(baseUrl, YEAR));
}

function attributes(baseUrl: string, maxAge: number) {
  const secure = baseUrl.startsWith('https:');
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge } as const;
}

function nameAt(baseUrl: string, name: string): string {
  return prefix(baseUrl.startsWith('https:')) + name;
}

function prefix(secure: boolean): string {
  return secure ? '__Host-cairn_' : 'cairn_';
}
