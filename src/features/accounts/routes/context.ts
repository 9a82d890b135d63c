/** What the routes of signing in share. */
import type { Context } from 'hono';
import { recordEvent } from '../../../db/events.ts';
import type { Executor, Schema } from '../../../db/schema.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { handOverMail } from '../../../mail/index.ts';
import type { Room } from '../../../web/room.ts';
import type { Session } from '../../../web/session.ts';
import type { AdmitDependencies } from '../admit.ts';
import { KnownBrowsers } from '../known-browser.ts';
import type { Later } from '../later.ts';
import type { Auth } from '../library/auth.ts';
import type { Asker } from '../library/call.ts';
import { type Limit, Limits } from '../limits.ts';
import { changedMail } from '../mails.ts';
import type { Account } from '../queries.ts';

export interface AccountOptions {
  auth: Auth;
  /** As the role of sign-in. */
  db: Executor;
  /** The address of whoever asks. */
  clientOf: (c: Context) => string;
  /** Where mail goes, for whoever looks after it. */
  mail: { description: string; stays: boolean };
  later: Later;
}

export interface AccountContext extends AccountOptions, AdmitDependencies {
  baseUrl: string;
  limits: Limits;
  room: Room<Schema>;
  /** The request, as the library is told of it. */
  askerOf(c: Context): Asker;
}

export function accountContext(room: Room<Schema>, options: AccountOptions): AccountContext {
  const { auth, db, clientOf } = options;
  const { baseUrl } = room.site;
  const secret = auth.options.secret ?? '';
  return {
    ...options,
    room,
    baseUrl,
    sessions: room.sessions,
    now: room.now,
    limits: new Limits(db, secret),
    browsers: new KnownBrowsers(secret, baseUrl),
    askerOf: (c) => ({ c, client: clientOf(c), baseUrl }),
  };
}

/** Whether there is room for one more of something from where a request comes. */
export async function isRoomFor(deps: AccountContext, limit: Limit, c: Context): Promise<boolean> {
  return (await deps.limits.take(limit, deps.clientOf(c))) === 'taken';
}

/** Something that somebody changed about how they sign in: recorded, and told to them where it could be another's hand. */
export async function noteChange(
  deps: AccountContext,
  account: Account,
  change: { verb: string; subject?: string; tell?: string },
): Promise<void> {
  const { verb, subject = `account:${account.id}`, tell } = change;
  const now = deps.now();
  await inTransaction(deps.db, async (transaction) => {
    const { person } = account;
    await recordEvent(transaction, {
      at: now,
      actor: person,
      verb,
      subject,
      kind: 'settings',
      about: person,
    });
    if (tell === undefined) return;
    const mail = changedMail(tell, `${deps.baseUrl}/you/sign-in`);
    await handOverMail(transaction, { ...mail, person, address: account.email, now });
  });
}

/** What forms are bound to once the library has given this browser another session; the old secret where it has not. */
export function secretAfter({ secret }: Session, cookies: readonly string[], cookie: string): string {
  const value = cookies.findLast((line) => line.startsWith(`${cookie}=`))?.slice(cookie.length + 1);
  const token = decodeURIComponent(value?.split(';')[0] ?? '').split('.')[0];
  return token === undefined || token === '' ? secret : token;
}

/** An address of mail, as it is kept. */
export function tidyEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

export function isEmail(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@.<>(),;:"\\[\]]+$/.test(text)
  );
}
