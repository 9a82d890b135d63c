/** The whole application: the shell, then every feature in order. */
import { type Context, Hono } from 'hono';
import type { Database } from './db/connect.ts';
import { explainFailure } from './db/failures.ts';
import type { Executor, Schema } from './db/schema.ts';
import { asViewer } from './db/viewer.ts';
import { type AccountOptions, AccountSessions, accountDoors, Later } from './features/accounts/index.ts';
import { conversationDoors, conversationsRecord, scheduleTalksIn } from './features/conversation/index.ts';
import { DEMO_NOTICE, type Demo, demoDoors } from './features/demo/index.ts';
import {
  colleaguesRecord,
  EVIDENCE_API,
  evidenceDoors,
  evidenceRecord,
  NoteBox,
} from './features/evidence/index.ts';
import { type Catalogue, dataRoutes, frameworkRoutes, publishedIn } from './features/framework/index.ts';
import {
  findViewer,
  type PersonalRecord,
  peopleDoors,
  SettingsKeeper,
  visitorGate,
} from './features/people/index.ts';
import { PLAN_API, planDoors, planRecord } from './features/plan/index.ts';
import { questionDoors, questionsRecord } from './features/questions/index.ts';
import { healthOf } from './health.ts';
import { projectRoot } from './project-root.ts';
import { answerEncoded } from './web/answer.ts';
import { type Assets, loadAssets } from './web/assets.ts';
import { doorsOf, type MountedDoor, requireDoors } from './web/doors.ts';
import { errorHandler, notFoundHandler } from './web/errors.tsx';
import type { KeptBytes } from './web/kept-bytes.ts';
import type { Log } from './web/log.ts';
import type { Site } from './web/page.ts';
import { Proxies, stayOnHttps } from './web/proxies.ts';
import { type Room, viewerOf } from './web/room.ts';
import { securityHeaders, withSecurityHeaders } from './web/security-headers.ts';
import { tidyAddresses } from './web/tidy-addresses.ts';

export interface AppDependencies {
  catalogue: { current(): Promise<Catalogue> };
  preview: { isValid(token: string): Promise<boolean> };
  /** Public address, e.g. `https://cairn.example.org`. */
  baseUrl: string;
  /** Version of Cairn. */
  version: string;
  log: Log;
  /** The clock; another one in tests. */
  now?: () => Date;
  /** Whether the pages are to be hosted without a server. See `Site`. */
  static?: boolean;
  /** Where published pages are kept, for whoever answers with them too. */
  kept?: KeptBytes;
  /** The database of drafts, for those who decide about them, and what follows each decision. */
  steward?: { db: Executor; changed(): Promise<void> };
  /** Everything about people: absent where there are only published frameworks, such as in a static site. */
  people?: PeopleParts;
  /** Addresses and networks of proxies whose forwarded headers count. */
  trustedProxies?: readonly string[];
}

export interface PeopleParts extends Pick<AccountOptions, 'auth'> {
  database: Pick<Database, 'db' | 'auth' | 'outage'>;
  /** For whoever answers visitors too; another one is made where it is left out. */
  settings?: SettingsKeeper;
  /** Called once somebody has been erased, so that a restore can erase them again. */
  erased?: () => Promise<void>;
  /** Where mail goes. */
  mail?: AccountOptions['mail'];
  later?: Later;
  /** Only a database has one: see `Demo`. */
  demo?: Demo | undefined;
}

const DOORS = new WeakMap<Hono, readonly MountedDoor[]>();

/** Every door of an application, in the order in which they were mounted. */
export function mountedDoors(app: Hono): readonly MountedDoor[] {
  return DOORS.get(app) ?? [];
}

/** Wires every feature. */
export function createApp(deps: AppDependencies): Hono {
  const { log, version } = deps;
  const assets = loadAssets(projectRoot);
  const baseUrl = deps.baseUrl.replace(/\/+$/, '');
  const proxies = new Proxies(deps.trustedProxies);
  const sessions = deps.people && new AccountSessions(deps.people.auth, deps.people.database.auth, baseUrl);
  const site: Site = {
    assets,
    baseUrl,
    version,
    static: deps.static ?? false,
    ...(sessions === undefined ? {} : { people: { cookie: sessions.cookie, everywhere: NoteBox } }),
    ...(deps.people?.demo === undefined ? {} : { notice: DEMO_NOTICE }),
  };
  const security = securityHeaders(baseUrl);
  const app = new Hono();
  app.onError(errorHandler(site, log, explainFailure));
  app.notFound(notFoundHandler(site));
  app.use(withSecurityHeaders(security));
  if (baseUrl.startsWith('https:')) app.use(stayOnHttps(baseUrl, proxies));
  app.use(tidyAddresses());
  const shell = shellRoutes(deps, assets, security);
  app.route('/', shell);
  const settings = deps.people && (deps.people.settings ?? new SettingsKeeper(deps.people.database.db));
  const parts = deps.people && settings && { ...deps.people, settings };
  const room = parts && sessions && roomOf(deps, parts, site, sessions);
  const people = parts && room ? peopleRooms(room, parts, proxies, log) : [];
  for (const { routes } of people) app.route('/', routes);
  if (sessions && settings) app.use(visitorGate({ site, sessions, settings }));
  const published = publishedRoutes(deps, site, room);
  app.route('/', published);
  const doors = [
    ...doorsOf(shell, OPEN),
    ...people.flatMap(({ list }): readonly MountedDoor[] => list),
    ...doorsOf(published, OPEN),
  ];
  requireDoors(app, doors);
  DOORS.set(app, doors);
  return app;
}

/** What is published, and the pages of stewards, whose links are checked by their own routes. */
const OPEN = { may: 'everybody', audit: 'nothing personal' } as const;

function shellRoutes(
  deps: AppDependencies,
  assets: Assets,
  security: Readonly<Record<string, string>>,
): Hono {
  const shell = new Hono();
  shell.get('/healthz', async (c) => {
    const { revision } = await deps.catalogue.current();
    const [status, health] = healthOf({ version: deps.version, revision }, deps.people?.database.outage);
    return c.json(health, status, { 'cache-control': 'no-store' });
  });
  shell.get('/assets/:name', (c) => answerAsset(c.req, assets, security) ?? c.notFound());
  return shell;
}

type WithSettings = PeopleParts & { settings: SettingsKeeper };

function roomOf(
  deps: AppDependencies,
  { database, settings }: WithSettings,
  site: Site,
  sessions: AccountSessions,
): Room<Schema> {
  return {
    site,
    sessions,
    db: database.db,
    now: deps.now ?? (() => new Date()),
    published: async () => publishedIn(await deps.catalogue.current()),
    enter: async (session, work) => {
      // Before the transaction: inside it, on the embedded database, reading them would wait for it for ever.
      await Promise.all([settings.current(), deps.catalogue.current()]);
      return asViewer(database.db, session.person, async (transaction) => {
        const viewer = await findViewer(transaction, session);
        return viewer && work(viewer, transaction);
      });
    },
  };
}

/** The features about people, in the order in which they build on each other. */
function peopleRooms(room: Room<Schema>, parts: WithSettings, proxies: Proxies, log: Log) {
  const { database, auth, settings, erased = async () => {}, mail = NO_MAIL, later = new Later(log) } = parts;
  const clientOf = (c: Context) => proxies.clientOf(c);
  const accounts = { auth, db: database.auth, clientOf, mail, later };
  // What each feature holds of a person, in the order in which they read it.
  const records: PersonalRecord[] = [
    evidenceRecord(room),
    colleaguesRecord(),
    questionsRecord(room),
    planRecord(room.published),
    conversationsRecord(room.published),
  ];
  return [
    peopleDoors(room, { settings, records, erased }),
    accountDoors(room, accounts),
    evidenceDoors(room),
    questionDoors(room),
    planDoors(room, { scheduleTalks: scheduleTalksIn(room) }),
    conversationDoors(room),
    ...(parts.demo === undefined ? [] : [demoDoors(room, accounts)]),
  ];
}

/** What programs of people can do, in the order in which the reference tells it. */
const PERSONAL_API = {
  operations: [...EVIDENCE_API.operations, ...PLAN_API.operations],
  schemas: [...EVIDENCE_API.schemas, ...PLAN_API.schemas],
};

/** Where nobody sends it, such as in a test. */
const NO_MAIL = { description: 'nowhere', stays: true };

function publishedRoutes(deps: AppDependencies, site: Site, room: Room<Schema> | undefined): Hono {
  const { catalogue, preview, steward, kept, now = () => new Date() } = deps;
  const routes = new Hono();
  // Before the pages: an address that ends in .json is the data of the page without it.
  routes.route('/', dataRoutes({ catalogue, site }, deps.people && PERSONAL_API));
  routes.route(
    '/',
    frameworkRoutes({
      catalogue,
      preview,
      site,
      now,
      ...(kept === undefined ? {} : { kept }),
      ...(steward === undefined ? {} : { steward }),
      ...(room === undefined ? {} : { viewerOf: (c) => viewerOf(c, room) }),
    }),
  );
  return routes;
}

/** An asset's address names its content, so browsers may keep it for good. */
function answerAsset(
  request: { path: string; header(name: string): string | undefined },
  assets: Assets,
  security: Readonly<Record<string, string>>,
): Response | undefined {
  const asset = assets.find(request.path);
  if (asset === undefined) return undefined;
  const headers = { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable' };
  return answerEncoded(request, asset.encoded, headers, security);
}
