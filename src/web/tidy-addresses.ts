import type { MiddlewareHandler } from 'hono';
import { CairnError } from '../domain/errors.ts';

/** Refuses an address whose percent-encoding is broken, and leads one with a trailing slash to the page it means. */
export function tidyAddresses(): MiddlewareHandler {
  return async (c, next) => {
    // Nearly every address is tidy already, and parsing it again costs as much as answering from kept bytes.
    if (!c.req.url.includes('%') && !c.req.path.endsWith('/')) return next();
    const { pathname, search } = new URL(c.req.url);
    if (!isDecodable(pathname)) {
      throw new CairnError(
        'invalid',
        'This address is damaged',
        'A percent sign in it is not followed by two hexadecimal digits of valid UTF-8. Follow a link to the page, or type the address again.',
      );
    }
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (reading && pathname.length > 1 && pathname.endsWith('/')) {
      // One leading slash only: `//other.example/` must not become an address of another site.
      return c.redirect(`/${pathname.replace(/^[\\/]+|\/+$/g, '')}${search}`, 301);
    }
    return next();
  };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
