/** How our routes ask the library: with what it may know of a request, and with its refusals as values. */
import { isAPIError } from 'better-auth/api';
import type { Context } from 'hono';
import { sessionCookie } from '../cookies.ts';
import { CLIENT_HEADER } from './auth.ts';

/** What the library answered, with the cookies that it wants to set; or why it refused. */
export type Outcome<T> = { response: T; cookies: string[] } | { refused: string };

/** What the library is told of whoever asks. */
export interface Asker {
  c: Context;
  /** Address of whoever asks. */
  client: string;
  baseUrl: string;
}

/**
 * The headers that the library reads, and no others.
 *
 * @param options.signedOut leaves the session out: for whoever signs in once more, and must not be taken for signed in
 * until they have
 */
export function headersOf({ c, client, baseUrl }: Asker, options: { signedOut?: boolean } = {}): Headers {
  const headers = new Headers({ [CLIENT_HEADER]: client });
  const agent = c.req.header('user-agent');
  if (agent !== undefined) headers.set('user-agent', agent.slice(0, 300));
  const cookies = c.req.header('cookie') ?? '';
  headers.set('cookie', options.signedOut ? without(cookies, sessionCookie(baseUrl)) : cookies);
  return headers;
}

/** What the library calls a failure of its own, though the browser sent it. */
const NOT_OURS = new Set(['FAILED_TO_VERIFY_REGISTRATION']);

export async function ask<T>(call: Promise<{ headers: Headers; response: T }>): Promise<Outcome<T>> {
  try {
    const { headers, response } = await call;
    return { response, cookies: headers.getSetCookie() };
  } catch (error) {
    // By name: some refusals are of another copy of the class.
    if (!isAPIError(error)) throw error;
    const refused = error.body?.code ?? String(error.status);
    if (error.statusCode >= 500 && !NOT_OURS.has(refused)) throw error;
    return { refused };
  }
}

/** Hands the library's cookies on to the browser. */
export function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}

function without(cookies: string, name: string): string {
  return cookies
    .split(/;\s*/)
    .filter((cookie) => !cookie.startsWith(`${name}=`))
    .join('; ');
}
