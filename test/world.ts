/** The cast at the real application over a real database: what every test about people starts from. */
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { createApp } from '../src/app.ts';
import type { Database } from '../src/db/connect.ts';
import { newId } from '../src/db/ids.ts';
import type { Framework } from '../src/domain/framework.ts';
import { releaseDocument } from '../src/domain/release.ts';
import { type Auth, accountMails, buildAuth, Later } from '../src/features/accounts/index.ts';
import { Demo } from '../src/features/demo/index.ts';
import { CatalogueKeeper } from '../src/features/framework/index.ts';
import { digest } from '../src/formats/index.ts';
import { withoutOutages } from '../src/health.ts';
import { formToken } from '../src/web/form-guard.ts';
import { CAST, day, emailOf, idOf, type Member, NAMES, type Name } from './cast.ts';
import { HARBOUR } from './sample-framework.ts';

export { CAST, day, emailOf, idOf, NAMES, type Name } from './cast.ts';

export const ADDRESS = 'http://cairn.test';

/** The span in which the deputy stands in for the line manager. */
export const DEPUTY_SPAN = '0193de90-0000-7000-8000-000000000001';

/** Versions of the framework `harbour`: the wording of one expectation differs. */
export const OLDER = '1.0.0';
export const NEWEST = '1.1.0';
export const REWORDED = 'incidents-lead';

/** Somebody with a browser at the application. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** A page's text. Fails unless it answers with 200. */
  html(path: string): Promise<string>;
  /** Sends a form as a browser does from its page. Files are sent as `File`. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Response>;
  /** Calls the API as a script of our pages does. */
  api(method: string, path: string, body?: unknown): Promise<Response>;
  /** The cookies of the session; empty for a visitor. */
  cookie: string;
}

export type Fields = Record<string, string | File | readonly (string | File)[]>;

export interface World {
  app: Hono;
  auth: Auth;
  database: Database;
  catalogue: CatalogueKeeper;
  /** Signs a member of the cast in. */
  as(name: Name): Promise<Visitor>;
  visitor: Visitor;
  /** Work that answers did not wait for. */
  later: Later;
}

export interface WorldOptions {
  now?: () => Date;
  baseUrl?: string;
  trustedProxies?: readonly string[];
  secret?: string;
}

/** Enters the cast into an empty database and opens the application over it. */
export async function openWorld(database: Database, options: WorldOptions = {}): Promise<World> {
  await publishHarbour(database);
  await enterCast(database);
  return openAppOver(database, options);
}

/** The application over a database as it is. */
export async function openAppOver(database: Database, options: WorldOptions = {}): Promise<World> {
  const { now = () => new Date(), baseUrl = ADDRESS } = options;
  const catalogue = new CatalogueKeeper(database.db);
  const auth = buildAuth({
    db: database.auth,
    baseUrl,
    secret: options.secret ?? 'a secret for tests, which is long enough to be taken',
    mails: accountMails(database.auth, baseUrl),
    // What it logs it also throws.
    log: withoutOutages({ error: (details, message) => console.error(message, details) }, database.outage),
  });
  const log = {
    error: (details: object, message: string) => {
      throw new Error(`the application failed: ${message}`, { cause: details });
    },
  };
  const later = new Later(log, { least: 0, most: 1 });
  const app = createApp({
    catalogue,
    preview: { isValid: async () => false },
    steward: { db: database.db, changed: () => catalogue.refresh() },
    people: { database, auth, later, demo: await Demo.of(database.db) },
    baseUrl,
    version: '0.0.0',
    now,
    log,
    ...(options.trustedProxies === undefined ? {} : { trustedProxies: options.trustedProxies }),
  });
  const browse = (cookie: string, secret: string) => visitorAt(app, baseUrl, cookie, secret);
  return {
    app,
    auth,
    database,
    catalogue,
    as: async (name) => {
      const { cookie, secret } = await signIn(auth, database, idOf(name));
      return browse(cookie, secret);
    },
    visitor: browse('', ''),
    later,
  };
}

/** Opens a session as the application does for somebody who has shown who they are. */
async function signIn(auth: Auth, { auth: db }: Database, person: string) {
  const { id: account } = await db
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  const { headers } = await auth.api.openSession({
    body: { account },
    headers: new Headers(),
    returnHeaders: true,
  });
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { token: secret } = await db
    .selectFrom('session')
    .select('token')
    .where('account_id', '=', account)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return { cookie, secret };
}

function visitorAt(app: Hono, baseUrl: string, cookie: string, secret: string): Visitor {
  const cookies = cookie === '' ? {} : { cookie };
  const token = formToken(secret);
  const get: Visitor['get'] = async (path, headers = {}) =>
    app.request(baseUrl + path, { headers: { ...cookies, ...headers } });
  return {
    cookie,
    get,
    html: async (path) => {
      const answer = await get(path);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return answer.text();
    },
    post: async (path, fields = {}, headers = {}) =>
      app.request(baseUrl + path, {
        method: 'POST',
        headers: { origin: baseUrl, ...cookies, ...headers },
        body: bodyOf({ token, ...fields }),
      }),
    api: async (method, path, body) =>
      app.request(baseUrl + path, {
        method,
        headers: { 'content-type': 'application/json', 'x-cairn-token': token, ...cookies },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

function bodyOf(fields: Fields): FormData | URLSearchParams {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one as string | File] as const),
  );
  const withFiles = entries.some(([, value]) => value instanceof File);
  const body = withFiles ? new FormData() : new URLSearchParams();
  for (const [name, value] of entries) (body as FormData).append(name, value as string);
  return body;
}

async function publishHarbour({ db }: Database): Promise<void> {
  const older: Framework = {
    ...HARBOUR,
    expectations: HARBOUR.expectations.map((cell) =>
      cell.id === REWORDED ? { ...cell, statement: 'Leads a fault from the first call to the close.' } : cell,
    ),
  };
  const created = new Date('2025-01-06T09:00:00Z');
  await db
    .insertInto('framework')
    .values({
      id: HARBOUR.id,
      source_key: 'sample',
      draft: JSON.stringify(HARBOUR),
      read_findings: '[]',
      drafted_at: created,
      created_at: created,
    })
    .execute();
  for (const [version, framework] of [
    [OLDER, older],
    [NEWEST, HARBOUR],
  ] as const) {
    const document = releaseDocument(framework);
    const release = { framework_id: HARBOUR.id, version };
    await db
      .insertInto('release')
      .values({ ...release, document, digest: digest(document), released_at: created })
      .execute();
    await db
      .insertInto('release_status')
      .values({ ...release, status: 'published', since: created, by: 'steward' })
      .execute();
  }
}

/** As whoever owns the tables: how people get there in truth has tests of its own. */
async function enterCast({ owner }: Database): Promise<void> {
  const entered = new Date('2025-01-06T09:00:00Z');
  const lastMonth = new Date(Date.now() - 30 * 86_400_000);
  const members = NAMES.map((name) => [name, CAST[name] as Member] as const);
  const teams = new Map<string, string>();
  for (const [, { team }] of members) if (team !== undefined && !teams.has(team)) teams.set(team, newId());
  await owner.transaction().execute(async (db) => {
    await db
      .insertInto('person')
      .values(
        members.map(([name, { name: called }]) => ({
          id: idOf(name),
          name: called,
          pronouns: null,
          email: emailOf(name),
          site: 'Leith',
          time_zone: 'Europe/London',
          joined_on: '2024-02-01',
          left_on: null,
          created_at: entered,
        })),
      )
      .execute();
    await db
      .insertInto('account')
      .values(
        members.map(([name, { name: called }]) => ({
          id: newId(),
          person_id: idOf(name),
          name: called,
          email: emailOf(name),
          email_verified: true,
          image: null,
          two_factor_enabled: false,
          created_at: entered,
          updated_at: entered,
        })),
      )
      .execute();
    await db
      .insertInto('team')
      .values([...teams].map(([name, id]) => ({ id, name, created_at: entered })))
      .execute();
    const since = entered;
    await db
      .insertInto('team_member')
      .values(
        members.flatMap(([name, { team }]) =>
          team === undefined
            ? []
            : [{ person_id: idOf(name), team_id: teams.get(team) ?? '', since, until: null }],
        ),
      )
      .execute();
    const former = { manager_id: idOf('formerManager'), since, until: lastMonth };
    await db
      .insertInto('reporting_line')
      .values([
        ...members.map(([name, { manager }]) => ({
          person_id: idOf(name),
          manager_id: manager === undefined ? null : idOf(manager as Name),
          since: name === 'engineer' ? lastMonth : since,
          until: null,
        })),
        { person_id: idOf('engineer'), ...former },
      ])
      .execute();
    await db
      .insertInto('level_held')
      .values(
        members.flatMap(([name, { level }]) =>
          level === undefined
            ? []
            : [
                {
                  id: newId(),
                  person_id: idOf(name),
                  framework_id: HARBOUR.id,
                  level_id: level,
                  release_version: NEWEST,
                  since: '2025-02-01',
                  until: null,
                  set_by: idOf('lineManager'),
                  set_at: entered,
                },
              ],
        ),
      )
      .execute();
    await db
      .insertInto('deputy')
      .values({
        id: DEPUTY_SPAN,
        manager_id: idOf('lineManager'),
        deputy_id: idOf('deputy'),
        first_day: day(-1),
        last_day: day(6),
        named_at: entered,
      })
      .execute();
    await db
      .insertInto('headship')
      .values({ id: newId(), person_id: idOf('head'), root_id: idOf('head'), since, until: null })
      .execute();
    await db
      .insertInto('stewardship')
      .values({ id: newId(), person_id: idOf('steward'), framework_id: HARBOUR.id, since, until: null })
      .execute();
    await db
      .insertInto('administrator')
      .values({ id: newId(), person_id: idOf('administrator'), since, until: null })
      .execute();
    // Without them plans are as for an empty database.
    await sql`analyze person, account, team_member, reporting_line, level_held`.execute(db);
  });
}
