/** Signing in by a link in a mail. Opening it shows a button: mail scanners open links, too, and must not use it up. */
import type { Context } from 'hono';
import { admit } from '../admit.ts';
import { ask, headersOf } from '../library/call.ts';
import { findAccountByEmail } from '../queries.ts';
import { safePath } from '../safe-path.ts';
import { linkPage, linkSentPage } from '../views/link-pages.tsx';
import { notValidPage, tooOftenPage } from '../views/simple-page.tsx';
import { type AccountContext, isEmail, isRoomFor, tidyEmail } from './context.ts';
import type { Entrance } from './entrance.ts';
import { nextAddress, signInAnswer } from './sign-in.tsx';

export function linkRoutes(entrance: Entrance, deps: AccountContext): void {
  entrance.page('/sign-in/link', async () => ({ page: linkSentPage(deps.mail.stays) }));
  entrance.form('/sign-in/link', async ({ c, form, ...visit }) => {
    const email = tidyEmail(form.text('email'));
    const to = safePath(form.text('to')) ?? '';
    if (!isEmail(email)) {
      const errors = [{ field: 'email', message: 'Type your whole address, e.g. kit@example.org' }];
      return signInAnswer(deps, { c, ...visit }, { to, email, errors });
    }
    if (!(await isRoomFor(deps, 'mailsOfAddress', c)))
      return { page: tooOftenPage('Many mails were asked for from here.'), status: 429 };
    const headers = headersOf(deps.askerOf(c), { signedOut: true });
    deps.later.do(() => sendLink(deps, { email, to, headers }));
    return { redirect: '/sign-in/link' };
  });
  entrance.page('/sign-in/link/:token', async ({ c, token }) => ({
    page: linkPage({ token, action: actionOf(c) }),
  }));
  entrance.form('/sign-in/link/:token', async ({ c }) => {
    const query = { token: c.req.param('token') ?? '' };
    if (!(await isRoomFor(deps, 'links', c)))
      return { page: tooOftenPage('Many links were opened from here.'), status: 429 };
    const headers = headersOf(deps.askerOf(c), { signedOut: true });
    const outcome = await ask(deps.auth.api.magicLinkVerify({ query, headers, returnHeaders: true }));
    const admitted = 'refused' in outcome ? undefined : await admit(deps, c, outcome);
    if (admitted !== undefined) return { redirect: nextAddress(admitted, safePath(c.req.query('to')) ?? '') };
    const page = notValidPage('Have another one sent.', { href: '/sign-in', text: 'Sign in' });
    return { page, status: 404 };
  });
}

/** The address that a form goes to is the page's own, with what it leads to. */
function actionOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

async function sendLink(
  deps: AccountContext,
  { email, to, headers }: { email: string; to: string; headers: Headers },
): Promise<void> {
  const account = await findAccountByEmail(deps.db, email);
  if (account === undefined || account.leftOn !== null) return;
  if ((await deps.limits.take('mails', email)) !== 'taken') return;
  await deps.auth.api.signInMagicLink({ body: { email, metadata: { leadsTo: to } }, headers });
}
