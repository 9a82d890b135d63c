/** Setting up a second factor, its recovery codes, and switching it off. */
import { formToken } from '../../../web/form-guard.ts';
import { ask, headersOf, setCookies } from '../library/call.ts';
import { recoveryCodes } from '../library/recovery-codes.ts';
import type { Account } from '../queries.ts';
import { OWN_ADDRESS } from '../views/own-page.tsx';
import {
  confirmSecondFactorPage,
  newRecoveryCodesPage,
  recoveryCodesPage,
  removeSecondFactorPage,
  secondFactorPage,
} from '../views/own-second-factor-pages.tsx';
import { type AccountContext, noteChange, secretAfter } from './context.ts';
import type { Entrance, OwnVisit } from './entrance.ts';
import { ownAccount } from './own.tsx';

const SECOND_FACTOR = `${OWN_ADDRESS}/second-factor`;
const RECOVERY_CODES = `${OWN_ADDRESS}/recovery-codes`;

const WRONG_PASSWORD = [{ field: 'password', message: 'Type the password with which you sign in' }];
const TOO_OFTEN = [{ field: 'password', message: 'Wait a quarter of an hour: that was tried too often' }];

type PasswordPage = typeof secondFactorPage;

export function ownSecondFactorRoutes(entrance: Entrance, deps: AccountContext): void {
  const { api } = deps.auth;
  const recent = { recent: true };

  /** A page that asks for the password, where there is one, and what follows once it is right. */
  const afterPassword = (
    path: string,
    page: PasswordPage,
    isFor: (account: Account) => boolean,
    act: (
      visit: OwnVisit,
      account: Account,
      password: { password?: string },
    ) => Promise<ReturnType<PasswordPage> | string | 'wrong'>,
  ) => {
    entrance.own(
      path,
      async ({ viewer, token }) => {
        const account = await ownAccount(deps, viewer);
        if (!isFor(account)) return { redirect: OWN_ADDRESS };
        return { page: page({ token, hasPassword: account.hasPassword }) };
      },
      recent,
    );
    entrance.ownForm(
      path,
      async ({ form, ...visit }) => {
        const account = await ownAccount(deps, visit.viewer);
        const { hasPassword } = account;
        if (!isFor(account)) return { redirect: OWN_ADDRESS };
        const again = (errors: typeof WRONG_PASSWORD) =>
          ({ page: page({ token: visit.token, hasPassword, errors }), status: 422 }) as const;
        if ((await deps.limits.take('attempts', 'own', account.id)) !== 'taken') return again(TOO_OFTEN);
        const done = await act(visit, account, hasPassword ? { password: form.text('password') } : {});
        if (done === 'wrong') return again(WRONG_PASSWORD);
        await deps.limits.clear('attempts', 'own', account.id);
        return typeof done === 'string' ? { redirect: done } : { page: done };
      },
      recent,
    );
  };

  afterPassword(
    SECOND_FACTOR,
    secondFactorPage,
    ({ secondFactor }) => !secondFactor,
    async ({ c, token }, _, password) => {
      const headers = headersOf(deps.askerOf(c));
      const outcome = await ask(
        api.enableTwoFactor({ body: { ...password, method: 'totp' }, headers, returnHeaders: true }),
      );
      if ('refused' in outcome || !('totpURI' in outcome.response)) return 'wrong';
      return confirmSecondFactorPage({ token, uri: outcome.response.totpURI });
    },
  );
  entrance.ownForm(
    `${SECOND_FACTOR}/confirmation`,
    async ({ c, viewer, token, form }) => {
      const account = await ownAccount(deps, viewer);
      const uri = form.text('uri');
      if (account.secondFactor || !uri.startsWith('otpauth://totp/')) return { redirect: SECOND_FACTOR };
      const code = form.text('code').replace(/\D/g, '');
      const headers = headersOf(deps.askerOf(c));
      const outcome = await ask(api.verifyTOTP({ body: { code }, headers, returnHeaders: true }));
      if ('refused' in outcome) {
        const message =
          'Type the six digits that the app shows now. If they stay wrong, look at the clock of the device';
        return {
          page: confirmSecondFactorPage({ token, uri, errors: [{ field: 'code', message }] }),
          status: 422,
        };
      }
      setCookies(c, outcome.cookies);
      const secret = secretAfter(viewer, outcome.cookies, deps.sessions.cookie);
      await noteChange(deps, account, { verb: 'second-factor.added', tell: 'a second factor was set up' });
      const codes = await recoveryCodes(deps.auth, account.id);
      return {
        page: recoveryCodesPage({ token: formToken(secret), codes, title: 'Your second factor is on' }),
      };
    },
    recent,
  );
  afterPassword(
    `${SECOND_FACTOR}/removal`,
    removeSecondFactorPage,
    ({ secondFactor }) => secondFactor,
    async ({ c }, account, password) => {
      const headers = headersOf(deps.askerOf(c));
      const outcome = await ask(api.disableTwoFactor({ body: password, headers, returnHeaders: true }));
      if ('refused' in outcome) return 'wrong';
      setCookies(c, outcome.cookies);
      await noteChange(deps, account, {
        verb: 'second-factor.removed',
        tell: 'the second factor was switched off',
      });
      return `${OWN_ADDRESS}?done=second-factor-off#second-factor`;
    },
  );
  afterPassword(
    RECOVERY_CODES,
    newRecoveryCodesPage,
    ({ secondFactor }) => secondFactor,
    async ({ c, token }, account, password) => {
      const headers = headersOf(deps.askerOf(c));
      const outcome = await ask(api.generateBackupCodes({ body: password, headers, returnHeaders: true }));
      if ('refused' in outcome) return 'wrong';
      await noteChange(deps, account, {
        verb: 'recovery-codes.renewed',
        tell: 'new recovery codes were made',
      });
      return recoveryCodesPage({
        token,
        codes: outcome.response.backupCodes,
        title: 'Your new recovery codes',
      });
    },
  );
}
