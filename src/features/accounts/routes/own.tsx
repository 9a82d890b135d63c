/** How somebody signs in, on the pages of their own account: password, what is open, and tokens of their programs. */
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { ask, headersOf, setCookies } from '../library/call.ts';
import { recoveryCodesLeft } from '../library/recovery-codes.ts';
import { passwordProblem } from '../passwords.ts';
import { heldTokens } from '../personal-tokens.ts';
import {
  type Account,
  endOtherSessions,
  endSession,
  findAccountOf,
  forgetVerifications,
  openSessions,
  passkeysOf,
} from '../queries.ts';
import { OWN_ADDRESS, OWN_DONE, type OwnDone } from '../views/own-page.tsx';
import { ownPasswordPage } from '../views/own-password-page.tsx';
import { ownSignInPage } from '../views/own-sign-in-page.tsx';
import { type AccountContext, noteChange } from './context.ts';
import type { Entrance, OwnVisit } from './entrance.ts';

export function ownRoutes(entrance: Entrance, deps: AccountContext): void {
  entrance.own(OWN_ADDRESS, (visit) => overview(deps, visit));
  entrance.own(
    `${OWN_ADDRESS}/password`,
    async ({ token, viewer }) => {
      const { hasPassword } = await ownAccount(deps, viewer);
      return { page: ownPasswordPage({ token, hasPassword }) };
    },
    { recent: true },
  );
  entrance.ownForm(
    `${OWN_ADDRESS}/password`,
    async ({ form, ...visit }) => {
      const typed = { current: form.text('password'), chosen: form.text('new-password') };
      return changePassword(deps, visit, typed);
    },
    { recent: true },
  );
  entrance.ownForm(`${OWN_ADDRESS}/ended-sessions`, async ({ viewer, form }) => {
    const account = await ownAccount(deps, viewer);
    const id = form.text('session');
    const others = id === 'others';
    const ended = others
      ? await endOtherSessions(deps.db, account.id, viewer.id)
      : await endSession(deps.db, account.id, id);
    if (ended > 0) {
      const subject = others ? `account:${account.id}` : `session:${id}`;
      await noteChange(deps, account, { verb: 'session.ended', subject });
    }
    return { redirect: `${OWN_ADDRESS}?done=${others ? 'sessions-ended' : 'session-ended'}#sessions` };
  });
}

/** @throws CairnError `not found` where somebody has no account, which no page leads to */
export async function ownAccount({ db }: AccountContext, { person }: { person: string }): Promise<Account> {
  const account = await findAccountOf(db, person);
  if (account === undefined) throw nothingHere();
  return account;
}

async function overview(deps: AccountContext, { c, viewer, token, now }: OwnVisit): Promise<Answer> {
  const account = await ownAccount(deps, viewer);
  const passkeys = await passkeysOf(deps.db, account.id);
  const sessions = await openSessions(deps.db, account.id, now);
  const recoveryCodes = account.secondFactor ? await recoveryCodesLeft(deps.auth, account.id) : undefined;
  const tokens = (await deps.room.enter(viewer, (_, db) => heldTokens(db, viewer.person, now))) ?? [];
  const done = Object.keys(OWN_DONE).find((name) => name === c.req.query('done')) as OwnDone | undefined;
  return {
    page: ownSignInPage({
      token,
      account,
      passkeys,
      recoveryCodes,
      sessions,
      here: viewer.id,
      tokens,
      now,
      done,
    }),
  };
}

async function changePassword(
  deps: AccountContext,
  { c, viewer, token }: OwnVisit,
  { current, chosen }: { current: string; chosen: string },
): Promise<Answer> {
  const account = await ownAccount(deps, viewer);
  const { hasPassword } = account;
  const refuse = (errors: FieldError[]): Answer => ({
    page: ownPasswordPage({ token, hasPassword, errors }),
    status: 422,
  });
  const message = await passwordProblem(chosen, account);
  if (message !== undefined) return refuse([{ field: 'new-password', message }]);
  if ((await deps.limits.take('attempts', 'own', account.id)) !== 'taken')
    return refuse([{ field: 'password', message: 'Wait a quarter of an hour: that was tried too often' }]);

  const headers = headersOf(deps.askerOf(c));
  const { api } = deps.auth;
  const outcome = hasPassword
    ? await ask(
        api.changePassword({
          body: { currentPassword: current, newPassword: chosen, revokeOtherSessions: true },
          headers,
          returnHeaders: true,
        }),
      )
    : await ask(api.setPassword({ body: { newPassword: chosen }, headers, returnHeaders: true }));
  if ('refused' in outcome)
    return refuse([{ field: 'password', message: 'Type the password that you have had until now' }]);
  if (!hasPassword) await endOtherSessions(deps.db, account.id, viewer.id);
  await forgetVerifications(deps.db, account);
  await deps.limits.clear('attempts', 'own', account.id);
  setCookies(c, outcome.cookies);
  await noteChange(deps, account, { verb: 'password.changed', tell: 'the password was changed' });
  return { redirect: `${OWN_ADDRESS}?done=password` };
}
