/** The whole application: the shell, then every feature in order. */
import { Hono } from 'hono';
import type { Database } from './db/connect.ts';
import type { Executor, Schema } from './db/schema.ts';
import { asViewer } from './db/viewer.ts';
import { AccountSessions, type Auth, accountDoors } from './features/accounts/index.ts';
import { conversationDoors } from './features/conversation/index.ts';
import { evidenceDoors } from './features/evidence/index.ts';
import { type Catalogue, dataRoutes, frameworkRoutes, publishedIn } from './features/framework/index.ts';
import { findViewer, peopleDoors } from './features/people/index.ts';
import { projectRoot } from './project-root.ts';
import { answerEncoded } from './web/answer.ts';
import { type Assets, loadAssets } from './web/assets.ts';
import { doorsOf, type MountedDoor, requireDoors } from './web/doors.ts';
import { errorHandler, notFoundHandler } from './web/errors.tsx';
import type { KeptBytes } from './web/kept-bytes.ts';
import type { Log } from './web/log.ts';
import type { Site } from './web/page.ts';
import type { Room } from './web/room.ts';
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
  people?: { database: Pick<Database, 'db' | 'auth'>; auth: Auth };
}

/** Wires every feature. */
export function createApp(deps: AppDependencies): Hono {
  const { catalogue, log, version } = deps;
  const assets = loadAssets(projectRoot);
  const baseUrl = deps.baseUrl.replace(/\/+$/, '');
  const sessions = deps.people && new AccountSessions(deps.people.auth, deps.people.database.auth, baseUrl);
  const site: Site = {
    assets,
    baseUrl,
    version,
    static: deps.static ?? false,
    ...(sessions === undefined ? {} : { people: { cookie: sessions.cookie } }),
  };
  const security = securityHeaders(baseUrl);
  const app = new Hono();
  app.onError(errorHandler(site, log));
  app.notFound(notFoundHandler(site));
  app.use(withSecurityHeaders(security));
  app.use(tidyAddresses());
  const shell = shellRoutes(catalogue, version, assets, security);
  app.route('/', shell);
  const people = deps.people && sessions ? peopleRooms(deps, deps.people, site, sessions) : [];
  for (const { routes } of people) app.route('/', routes);
  const published = publishedRoutes(deps, site);
  app.route('/', published);
  requireDoors(app, [
    ...doorsOf(shell, OPEN),
    ...people.flatMap(({ list }): readonly MountedDoor[] => list),
    ...doorsOf(published, OPEN),
  ]);
  return app;
}

/** What is published, and the pages of stewards, whose links are checked by their own routes. */
const OPEN = { may: 'everybody', audit: 'nothing personal' } as const;

function shellRoutes(
  catalogue: AppDependencies['catalogue'],
  version: string,
  assets: Assets,
  security: Readonly<Record<string, string>>,
): Hono {
  const shell = new Hono();
  shell.get('/healthz', async (c) => {
    const { revision } = await catalogue.current();
    return c.json({ status: 'ok', version, revision }, 200, { 'cache-control': 'no-store' });
  });
  shell.get('/assets/:name', (c) => answerAsset(c.req, assets, security) ?? c.notFound());
  return shell;
}

/** The features about people, in the order in which they build on each other. */
function peopleRooms(
  deps: AppDependencies,
  { database, auth }: NonNullable<AppDependencies['people']>,
  site: Site,
  sessions: AccountSessions,
) {
  const room: Room<Schema> = {
    site,
    sessions,
    db: database.db,
    now: deps.now ?? (() => new Date()),
    published: async () => publishedIn(await deps.catalogue.current()),
    enter: async (session, work) => {
      // Loaded before: inside the transaction its own queries would wait for it for ever.
      await deps.catalogue.current();
      return asViewer(database.db, session.person, async (transaction) => {
        const viewer = await findViewer(transaction, session);
        return viewer && work(viewer, transaction);
      });
    },
  };
  return [
    peopleDoors(room),
    accountDoors(room, auth, database.auth),
    evidenceDoors(room),
    conversationDoors(room),
  ];
}

function publishedRoutes(deps: AppDependencies, site: Site): Hono {
  const { catalogue, preview, steward, kept, now = () => new Date() } = deps;
  const routes = new Hono();
  // Before the pages: an address that ends in .json is the data of the page without it.
  routes.route('/', dataRoutes({ catalogue, site }));
  routes.route(
    '/',
    frameworkRoutes({
      catalogue,
      preview,
      site,
      now,
      ...(kept === undefined ? {} : { kept }),
      ...(steward === undefined ? {} : { steward }),
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
