import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Reader } from './layout.tsx';
import type { Site } from './page.ts';

/**
 * Who reads a page that holds nothing about anybody: whoever has the cookie of a session sees it as somebody who is
 * signed in, and every one of them the same. Whether the session is still open is for pages that hold something.
 */
export function readerOf(c: Context, { people }: Pick<Site, 'people'>): Reader {
  return { signedIn: people !== undefined && getCookie(c, people.cookie) !== undefined };
}
