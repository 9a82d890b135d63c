/** How people sign in: better-auth over our own tables, with the parts that we use and no others. */
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import { newId } from '../../db/ids.ts';
import type { Schema } from '../../db/schema.ts';
import { cookieNames } from './cookies.ts';
import { openSession } from './open-session.ts';
import { COLUMNS } from './tables.ts';

/** How long somebody stays signed in without coming back, in days. */
const DAYS_SIGNED_IN = 30;

/** How long links in mails work, in minutes. */
export const MINUTES_OF_LINKS = 30;

const DAY = 86_400;

/** Shortest and longest password, in characters. */
export const PASSWORD_LENGTH = { least: 10, most: 200 };

/** What the library has to tell somebody by mail. Each link works once and for a while. */
export interface AuthMails {
  signInLink(to: { email: string; token: string }): Promise<void>;
  passwordReset(to: { email: string; token: string }): Promise<void>;
  verifyAddress(to: { email: string; token: string }): Promise<void>;
}

export interface AuthDependencies {
  /** The database as the role of sign-in. Never the open transaction of a request: its queries would wait for it. */
  db: Kysely<Schema>;
  /** Public address without a trailing slash. */
  baseUrl: string;
  /** What cookies and second factors are sealed with; at least 32 characters. */
  secret: string;
  mails: AuthMails;
}

export type Auth = ReturnType<typeof buildAuth>;

/** Builds the library's instance. Its endpoints are called by our routes and never mounted as a whole. */
export function buildAuth({ db, baseUrl, secret, mails }: AuthDependencies) {
  const secure = baseUrl.startsWith('https:');
  return betterAuth({
    appName: 'Cairn',
    baseURL: baseUrl,
    basePath: '/sign-in/api',
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    // Ours count failures for a person and an address, so that nobody can lock a colleague out.
    rateLimit: { enabled: false },
    user: { ...COLUMNS.user },
    session: { ...COLUMNS.session, expiresIn: DAYS_SIGNED_IN * DAY, updateAge: DAY },
    account: { ...COLUMNS.account, accountLinking: { enabled: false } },
    verification: { ...COLUMNS.verification },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      resetPasswordTokenExpiresIn: MINUTES_OF_LINKS * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => mails.passwordReset({ email: user.email, token }),
    },
    emailVerification: {
      expiresIn: MINUTES_OF_LINKS * 60,
      sendVerificationEmail: ({ user, token }) => mails.verifyAddress({ email: user.email, token }),
    },
    advanced: {
      // `__Host-` is ours to write: the library's own prefix would be `__Secure-`.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: cookieNames(secure),
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['x-cairn-client'] },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: MINUTES_OF_LINKS * 60,
        sendMagicLink: ({ email, token }) => mails.signInLink({ email, token }),
      }),
      passkey({
        rpID: new URL(baseUrl).hostname,
        rpName: 'Cairn',
        origin: new URL(baseUrl).origin,
        schema: COLUMNS.passkey,
      }),
      twoFactor({ issuer: 'Cairn', schema: COLUMNS.twoFactor, twoFactorTable: 'two_factor' }),
      openSession(),
    ],
  });
}
