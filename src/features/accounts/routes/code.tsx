/** The second step of signing in: a code of an app, or a recovery code. */
import type { Context } from 'hono';
import type { Answer } from '../../../web/answer-with.ts';
import { admit } from '../admit.ts';
import { owesSecondFactor } from '../cookies.ts';
import { ask, headersOf } from '../library/call.ts';
import { tidyRecoveryCode } from '../library/second-factor.ts';
import { FIRST_PAGE, safePath } from '../safe-path.ts';
import { type CodeForm, codePage } from '../views/code-page.tsx';
import { simplePage, tooOftenPage } from '../views/simple-page.tsx';
import { type AccountContext, isRoomFor } from './context.ts';
import type { Entrance } from './entrance.ts';

export function codeRoutes(entrance: Entrance, deps: AccountContext): void {
  entrance.page('/sign-in/code', async ({ c, token }) => {
    if (!owesSecondFactor(c, deps.baseUrl)) return { redirect: '/sign-in' };
    const to = safePath(c.req.query('to')) ?? '';
    return { page: codePage({ token, to, recovery: c.req.query('with') === 'recovery' }) };
  });
  entrance.form('/sign-in/code', async ({ c, token, form }) => {
    const recovery = form.text('with') === 'recovery';
    const shown = {
      token,
      to: safePath(form.text('to')) ?? '',
      recovery,
      remember: form.text('remember') === 'yes',
    };
    if (!(await isRoomFor(deps, 'attemptsOfAddress', c)))
      return { page: tooOftenPage('Many codes from here were not right.'), status: 429 };
    const outcome = await verifyCode(deps, c, { code: form.text('code'), ...shown });
    if (outcome === 'unreadable') return { page: UNREADABLE, status: 409 };
    if ('refused' in outcome) return refusedCode(outcome.refused, shown);
    const admitted = await admit(deps, c, outcome);
    if (admitted !== 'in') return { redirect: '/sign-in?done=start-again' };
    await deps.limits.giveBack('attemptsOfAddress', deps.clientOf(c));
    return { redirect: shown.to || FIRST_PAGE };
  });
}

async function verifyCode(
  { auth, askerOf }: AccountContext,
  c: Context,
  typed: { code: string; recovery: boolean; remember: boolean },
) {
  const headers = headersOf(askerOf(c), { signedOut: true });
  const { code, recovery, remember: trustDevice } = typed;
  try {
    return recovery
      ? await ask(
          auth.api.verifyBackupCode({
            body: { code: tidyRecoveryCode(code), trustDevice },
            headers,
            returnHeaders: true,
          }),
        )
      : await ask(
          auth.api.verifyTOTP({
            body: { code: code.replace(/\D/g, ''), trustDevice },
            headers,
            returnHeaders: true,
          }),
        );
  } catch (error) {
    // What is sealed with another secret cannot be opened: the secret was lost, or is not the one of the backup.
    if (error instanceof Error && /tag|decrypt/i.test(error.message)) return 'unreadable' as const;
    throw error;
  }
}

function refusedCode(code: string, shown: CodeForm): Answer {
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') {
    const message = shown.recovery
      ? 'Type a recovery code that you have not used yet'
      : 'Type the code that your app shows now: this one is not right, or no longer';
    return { page: codePage({ ...shown, errors: [{ field: 'code', message }] }), status: 422 };
  }
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED')
    return { page: tooOftenPage('Many codes were not right.'), status: 429 };
  return { redirect: '/sign-in?done=start-again' };
}

const UNREADABLE = simplePage('Your second factor cannot be read here', {
  lede: 'This installation has lost the secret with which it was sealed. Ask an administrator to remove it, sign in, and set it up again.',
});
