/** How people sign in: better-auth over our own tables, with the parts that we use and no others. */
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import { newId } from '../../../db/ids.ts';
import type { Schema } from '../../../db/schema.ts';
import type { Log } from '../../../web/log.ts';
import { cookieNames } from '../cookies.ts';
import { openSession } from './open-session.ts';
import { passkeys } from './passkeys.ts';
import { secondFactor } from './second-factor.ts';
import { COLUMNS } from './tables.ts';

/** How long somebody stays signed in without coming back, in days. */
const DAYS_SIGNED_IN = 30;

/** How long links in mails work, in minutes. */
export const MINUTES_OF_LINKS = 30;

/** How long after signing in consequential changes may be made without doing it again, in minutes. */
export const MINUTES_OF_RECENT = 15;

const HOUR = 3_600;

/** Shortest and longest password, in characters. */
export const PASSWORD_LENGTH = { least: 10, most: 200 };

/** What the library has to tell somebody by mail. Each link works once and for a while. */
export interface AuthMails {
  signInLink(to: { email: string; token: string; leadsTo: string }): Promise<void>;
  passwordReset(to: { email: string; token: string }): Promise<void>;
}

export interface AuthDependencies {
  /** The database as the role of sign-in. Never the open transaction of a request: its queries would wait for it. */
  db: Kysely<Schema>;
  /** Public address without a trailing slash. */
  baseUrl: string;
  /** What cookies and second factors are sealed with; at least 32 characters. */
  secret: string;
  mails: AuthMails;
  /** Where failures go that are nobody's fault who signs in. */
  log: Log;
}

export type Auth = ReturnType<typeof buildAuth>;

/** Builds the library's instance. Its endpoints are called by our routes and never mounted as a whole. */
export function buildAuth({ db, baseUrl, secret, mails, log }: AuthDependencies) {
  const secure = baseUrl.startsWith('https:');
  return betterAuth({
    appName: 'Cairn',
    baseURL: baseUrl,
    basePath: '/sign-in/api',
    secret,
    // Without `transaction` the library writes step by step, and a password could change while sessions stay open.
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { level: 'error', disableColors: true, log: failuresTo(log) },
    // Ours count failures for a person and an address, so that nobody can lock a colleague out.
    rateLimit: { enabled: false },
    user: { ...COLUMNS.user },
    session: {
      ...COLUMNS.session,
      expiresIn: DAYS_SIGNED_IN * 24 * HOUR,
      updateAge: HOUR,
      freshAge: MINUTES_OF_RECENT * 60,
    },
    account: { ...COLUMNS.account, accountLinking: { enabled: false } },
    // Plain by default: a copy of the table would then set every password for which a link is under way.
    verification: { ...COLUMNS.verification, storeIdentifier: 'hashed' },
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
    advanced: {
      // `__Host-` is ours to write: the library's own prefix would be `__Secure-`.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: cookieNames(secure),
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER], ipv6Subnet: 128 },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: MINUTES_OF_LINKS * 60,
        sendMagicLink: ({ email, token, metadata }) =>
          mails.signInLink({ email, token, leadsTo: String(metadata?.leadsTo ?? '') }),
      }),
      passkeys(baseUrl),
      secondFactor(),
      openSession(),
    ],
  });
}

/** What the library itself reports. That somebody's passkey is not right is none of it: anybody can send one. */
function failuresTo(log: Log) {
  return (_: string, message: string, ...details: unknown[]): void => {
    if (message.startsWith('Failed to verify authentication')) return;
    const err = details.find((detail) => detail instanceof Error);
    log.error(err === undefined ? { details } : { err }, `signing in: ${message}`);
  };
}

/** In which our routes tell the library whose request it is. What a client sends under this name never gets there. */
export const CLIENT_HEADER = 'x-cairn-client';
