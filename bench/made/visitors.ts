/** People with a browser at the application, in this process or in another. */
import type { Hono } from 'hono';
import { generatedId } from '../../demo/generated.ts';
import { createApp } from '../../src/app.ts';
import type { Database } from '../../src/db/connect.ts';
import { type Auth, accountMails, buildAuth, Later } from '../../src/features/accounts/index.ts';
import { CatalogueKeeper } from '../../src/features/framework/index.ts';
import { formToken } from '../../src/web/form-guard.ts';

/** What a signed-in browser sends. */
export interface SignedIn {
  cookie: string;
  /** What forms carry. */
  token: string;
}

export interface Application {
  /** @throws Error unless the answer has this status */
  ask(who: SignedIn, path: string, sent?: Sent): Promise<void>;
  signIn(person: number): Promise<SignedIn>;
  /** Reads the session as every request does first. */
  session(who: SignedIn): Promise<void>;
}

export interface Sent {
  fields?: Record<string, string>;
  /** Sent with PUT. */
  json?: unknown;
}

/** What sessions are sealed with, in this process and in a server that a benchmark starts. */
export const SECRET = 'a secret for benchmarks, which is long enough';

const BASE_URL = 'http://cairn.test';

/** The application in this process. */
export function applicationOver(database: Database): Application {
  const auth = authOver(database, BASE_URL);
  const log = {
    error: (details: object, message: string) => {
      throw new Error(message, { cause: details });
    },
  };
  const catalogue = new CatalogueKeeper(database.db);
  const app: Hono = createApp({
    catalogue,
    preview: { isValid: async () => false },
    people: { database, auth, later: new Later(log, { least: 0, most: 1 }) },
    baseUrl: BASE_URL,
    version: '0.0.0',
    log,
  });
  return {
    ask: async (who, path, sent) => {
      const answer = await app.request(requestOf(BASE_URL, who, path, sent));
      await answer.arrayBuffer();
      if (answer.status !== 200 && answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
    },
    signIn: (person) => signIn(auth, database, person),
    session: async ({ cookie }) => {
      const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
      if (session === null) throw new Error('the session has ended');
    },
  };
}

export function authOver({ auth: db }: Database, baseUrl: string): Auth {
  return buildAuth({ db, baseUrl, secret: SECRET, mails: accountMails(db, baseUrl), log: console });
}

/** Opens a session as signing in does. */
export async function signIn(auth: Auth, { auth: db }: Database, person: number): Promise<SignedIn> {
  const { id: account } = await db
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', generatedId(person))
    .executeTakeFirstOrThrow();
  const { headers, response } = await auth.api.openSession({
    body: { account },
    headers: new Headers(),
    returnHeaders: true,
  });
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { cookie, token: formToken(response.token ?? '') };
}

/** A request as a browser's page or script sends it. */
export function requestOf(baseUrl: string, { cookie, token }: SignedIn, path: string, sent: Sent = {}) {
  const { fields, json } = sent;
  const url = baseUrl + path;
  if (fields !== undefined) {
    const body = new URLSearchParams({ token, ...fields });
    return new Request(url, {
      method: 'POST',
      headers: { cookie, origin: baseUrl },
      body,
      redirect: 'manual',
    });
  }
  if (json === undefined) return new Request(url, { headers: { cookie }, redirect: 'manual' });
  const headers = { cookie, 'content-type': 'application/json', 'x-cairn-token': token };
  return new Request(url, { method: 'PUT', headers, body: JSON.stringify(json) });
}
