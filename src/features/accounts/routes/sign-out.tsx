import { formToken, readForm } from '../../../web/form-guard.ts';
import { ask, headersOf, setCookies } from '../library/call.ts';
import { findAccountOf } from '../queries.ts';
import { signOutPage } from '../views/sign-out-page.tsx';
import { type AccountContext, noteChange } from './context.ts';
import type { Entrance } from './entrance.ts';

const SIGNED_OUT = '/sign-in?done=signed-out';

/** Ends the session, and has the browser forget what pages kept in it. */
export function signOutRoutes(entrance: Entrance, deps: AccountContext): void {
  entrance.page('/sign-out', async ({ viewer }) =>
    viewer === undefined ? { redirect: SIGNED_OUT } : { page: signOutPage(formToken(viewer.secret)) },
  );
  entrance.doors.outside('POST', '/sign-out', { may: 'everybody', audit: 'own' }, async (c, viewer) => {
    if (viewer !== undefined) {
      await readForm(c, viewer.secret);
      const account = await findAccountOf(deps.db, viewer.person);
      const headers = headersOf(deps.askerOf(c));
      const outcome = await ask(deps.auth.api.signOut({ headers, returnHeaders: true }));
      if ('response' in outcome) setCookies(c, outcome.cookies);
      if (account)
        await noteChange(deps, account, { verb: 'session.ended', subject: `session:${viewer.id}` });
    }
    c.header('clear-site-data', '"storage"');
    c.header('cache-control', 'private, no-store');
    return c.redirect(SIGNED_OUT, 303);
  });
}
