/** Choosing a new password by a link in a mail. */
import type { Context } from 'hono';
import type { Answer } from '../../../web/answer-with.ts';
import type { FieldError } from '../../../web/form.tsx';
import { ask, headersOf } from '../library/call.ts';
import { passwordProblem } from '../passwords.ts';
import { type Account, findAccount, findAccountByEmail, forgetVerifications } from '../queries.ts';
import { forgottenPage, forgottenSentPage, resetPage } from '../views/password-pages.tsx';
import { notValidPage, tooOftenPage } from '../views/simple-page.tsx';
import { type AccountContext, isEmail, isRoomFor, noteChange, tidyEmail } from './context.ts';
import type { Entrance } from './entrance.ts';

export function passwordRoutes(entrance: Entrance, deps: AccountContext): void {
  entrance.page('/password/forgotten', async ({ c, token }) => ({
    page: c.req.query('sent') === 'yes' ? forgottenSentPage(deps.mail.stays) : forgottenPage({ token }),
  }));
  entrance.form('/password/forgotten', async ({ c, token, form }) => {
    const email = tidyEmail(form.text('email'));
    if (!isEmail(email)) {
      const errors = [{ field: 'email', message: 'Type your whole address, e.g. kit@example.org' }];
      return { page: forgottenPage({ token, email, errors }), status: 422 };
    }
    if (!(await isRoomFor(deps, 'mailsOfAddress', c)))
      return { page: tooOftenPage('Many mails were asked for from here.'), status: 429 };
    deps.later.do(async () => {
      const account = await findAccountByEmail(deps.db, email);
      if (account && (await deps.limits.take('mails', email)) === 'taken')
        await sendPasswordLink(deps, account);
    });
    return { redirect: '/password/forgotten?sent=yes' };
  });
  entrance.page('/password/reset/:token', async ({ c, token }) => {
    if ((await accountOfLink(deps, c)) === undefined) return NOT_VALID;
    return { page: resetPage({ token, action: c.req.path }) };
  });
  entrance.form('/password/reset/:token', async ({ c, token, form }) => {
    if (!(await isRoomFor(deps, 'links', c)))
      return { page: tooOftenPage('Many links were opened from here.'), status: 429 };
    const account = await accountOfLink(deps, c);
    if (account === undefined) return NOT_VALID;
    const password = form.text('new-password');
    const message = await passwordProblem(password, account);
    if (message !== undefined) {
      const errors: FieldError[] = [{ field: 'new-password', message }];
      return { page: resetPage({ token, action: c.req.path, errors }), status: 422 };
    }
    return reset(deps, c, account, password);
  });
}

/** Whoever has left is sent none. */
export async function sendPasswordLink({ auth }: AccountContext, account: Account): Promise<void> {
  if (account.leftOn === null) await auth.api.requestPasswordReset({ body: { email: account.email } });
}

async function reset(deps: AccountContext, c: Context, account: Account, password: string): Promise<Answer> {
  const outcome = await ask(
    deps.auth.api.resetPassword({
      body: { newPassword: password, token: tokenOf(c) },
      headers: headersOf(deps.askerOf(c), { signedOut: true }),
      returnHeaders: true,
    }),
  );
  if ('refused' in outcome) return NOT_VALID;
  // Other links that were asked for, and devices that are remembered, may be in the hands that it was changed for.
  await forgetVerifications(deps.db, account);
  await noteChange(deps, account, { verb: 'password.reset', tell: 'a new password was set by a link' });
  return { redirect: '/sign-in?done=password' };
}

/** The account that a link is for, without using it up. */
async function accountOfLink({ auth, db, now }: AccountContext, c: Context): Promise<Account | undefined> {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${tokenOf(c)}`);
  if (found === null || found.expiresAt <= now()) return undefined;
  const account = await findAccount(db, found.value);
  return account?.leftOn === null ? account : undefined;
}

function tokenOf(c: Context): string {
  return c.req.param('token') ?? '';
}

const NOT_VALID: Answer = {
  page: notValidPage('Have another one sent.', { href: '/password/forgotten', text: 'Send another link' }),
  status: 404,
};
