import type { MiddlewareHandler } from 'hono';
import type { Site } from '../../../web/page.ts';
import { isDataAddress } from '../../../web/problem.ts';
import type { Sessions } from '../../../web/session.ts';
import { signedOutAnswer } from '../../../web/signed-out.tsx';
import type { SettingsKeeper } from './keeper.ts';

/**
 * Stands before everything published: pages, data, feed, pictures, search. Where the organisation does not let visitors
 * read, only those who are signed in pass, and nothing that they are answered may be kept by anybody else.
 */
export function visitorGate(deps: {
  site: Site;
  sessions: Sessions;
  settings: Pick<SettingsKeeper, 'current'>;
}): MiddlewareHandler {
  const { site, sessions, settings } = deps;
  return async (c, next) => {
    const { visitors } = await settings.current();
    if (visitors === 'read') return next();
    if ((await sessions.of(c)) === undefined) {
      return isForPeople(c.req.path) ? signedOutAnswer(c, site) : c.text('Sign in first.', 401, NOT_KEPT);
    }
    await next();
    c.res.headers.set('cache-control', NOT_KEPT['cache-control']);
    // Other sites read what is published only where everybody may.
    c.res.headers.delete('access-control-allow-origin');
  };
}

const NOT_KEPT = { 'cache-control': 'private, no-store' };

/** A feed, a picture or a map of the site has no use for the page on which people sign in. */
function isForPeople(path: string): boolean {
  return isDataAddress(path) || !/\.(png|xml|txt|atom)$/.test(path);
}
