/** Starts the product: configuration, database, app, in that order. */
import { rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import { createApp, type PeopleParts } from './app.ts';
import { serveCommands, socketPath } from './cli/desk/socket.ts';
import { readPaths } from './cli/read-paths.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase, placeOf } from './db/connect.ts';
import { catchUpErasures, erasuresPath } from './db/erasures.ts';
import { sessionCookie } from './features/accounts/index.ts';
import { Demo } from './features/demo/index.ts';
import {
  CatalogueKeeper,
  isValidPreviewKey,
  KEPT_HEADERS,
  KEY_COOKIES,
  publishShipped,
  SHIPPED,
  stateOfPages,
} from './features/framework/index.ts';
import { SettingsKeeper } from './features/people/index.ts';
import { withoutOutages } from './health.ts';
import { isThisMachine } from './mail/index.ts';
import { type People, startPeople } from './people.ts';
import { projectRoot } from './project-root.ts';
import { version } from './version.ts';
import { commonHeaders } from './web/answer.ts';
import { BYTES_OF_PAGES, KeptBytes } from './web/kept-bytes.ts';
import { closeServer, listen } from './web/listen.ts';
import type { Log } from './web/log.ts';
import { answerQuickly, type QuickAnswers } from './web/quick-answers.ts';
import { securityHeaders } from './web/security-headers.ts';

/** How often a server on a shared database looks whether another process published or set something. */
const REFRESH_MS = 3_000;

/** Log lines go to standard error, written at once so that none is lost at the end. */
const lines = pino({ name: 'cairn' }, pino.destination({ dest: 2, sync: true }));

export interface RunningServer {
  /** The address for people. */
  address: string;
  /** Which database it runs on, without a password. */
  database: string;
  /** The one-time link for the first administrator, where there is none. */
  setUpLink: string | undefined;
  close(): Promise<void>;
}

/**
 * Opens the database, publishes the shipped framework where there is none, and serves the pages.
 *
 * @throws CairnError `unavailable` where the database cannot be opened or the port is taken.
 */
export async function startServer(config: Config): Promise<RunningServer> {
  const { databaseUrl, dataDir } = config;
  const database = await openDatabase(placeOf(config));
  const opened: (() => Promise<void>)[] = [() => database.close()];
  const close = async () => {
    for (const step of opened.reverse()) await step();
  };
  try {
    await publishFromFolder(database);
    const erased = () => catchUpErasures(database, erasuresPath(dataDir), new Date());
    await erased();
    const demo = await Demo.of(database.db);
    const catalogue = new CatalogueKeeper(database.db);
    const settings = new SettingsKeeper(database.db);
    await settings.refresh();
    const log = withoutOutages(lines, database.outage);
    opened.push(keepFresh([catalogue, settings], database, log));
    if (databaseUrl === undefined) opened.push(await openSocket(dataDir, database, catalogue));
    let people: People | undefined;
    // Closed after the port: what answers did not wait for may still be under way.
    opened.push(async () => people?.close());
    const { server, answer } = await listen(config);
    opened.push(() => closeServer(server));
    const { port } = server.address() as AddressInfo;
    const address = config.port === 0 ? `http://localhost:${port}` : config.baseUrl;
    people = await startPeople(config, database, { address, log, demo: demo !== undefined });
    const parts = { database, ...people, settings, erased, demo };
    answer(application({ ...config, baseUrl: address }, catalogue, parts, log));
    warn(config, database);
    return { address, database: database.describe(), setUpLink: people.setUpLink, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function publishFromFolder(database: Database): Promise<void> {
  const { files } = await readPaths([join(projectRoot, 'frameworks', SHIPPED)]);
  await publishShipped(database.db, files, new Date());
}

/** Another process may publish or set something on the same server; on the embedded database nobody else can. */
function keepFresh(
  keepers: readonly { refresh(): Promise<unknown> }[],
  { engine, outage }: Database,
  log: Log,
): () => Promise<void> {
  if (engine === 'embedded') return async () => {};
  const timer = setInterval(() => {
    for (const keeper of keepers) {
      keeper
        .refresh()
        .then(() => outage.over())
        .catch((error: unknown) => log.error({ err: error }, 'releases or settings could not be refreshed'));
    }
  }, REFRESH_MS);
  return async () => clearInterval(timer);
}

async function openSocket(
  dataDir: string,
  database: Database,
  catalogue: CatalogueKeeper,
): Promise<() => Promise<void>> {
  const path = socketPath(dataDir);
  const socket = await serveCommands(path, database, () => catalogue.refresh());
  return async () => {
    await closeServer(socket);
    rmSync(path, { force: true });
  };
}

function application(
  config: Config,
  catalogue: CatalogueKeeper,
  people: PeopleParts & { settings: SettingsKeeper },
  log: Log,
): RequestListener {
  const { db } = people.database;
  const { baseUrl, trustedProxies } = config;
  const kept = new KeptBytes(BYTES_OF_PAGES);
  const app = createApp({
    catalogue,
    preview: { isValid: (key: string) => isValidPreviewKey(db, key, new Date()) },
    steward: { db, changed: () => catalogue.refresh() },
    people,
    kept,
    baseUrl,
    trustedProxies,
    version,
    log,
  });
  return answerQuickly(keptPages(kept, catalogue, people.settings, config), getRequestListener(app.fetch));
}

/** Says what is weaker than it could be. */
function warn({ baseUrl }: Config, { engine, oneLogin }: Database): void {
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'http:' && !isThisMachine(hostname)) {
    lines.warn(
      `BASE_URL is ${baseUrl}: over plain http, passwords and sessions can be read on the way, and passkeys do not work. Put a proxy with TLS in front and set BASE_URL to its https address.`,
    );
  }
  if (engine === 'server' && oneLogin) {
    lines.warn(
      'The login of DATABASE_URL owns the tables, so only a role stands between requests and everybody’s records. Make one that owns nothing: DATABASE_OWNER_URL=postgres://… bin/cairn db setup',
    );
  }
}

/** How published pages are answered without the app: kept for a revision and a day, for whoever holds no key and no
 * session, and only where visitors read them. */
function keptPages(
  kept: KeptBytes,
  catalogue: CatalogueKeeper,
  settings: SettingsKeeper,
  { baseUrl }: Config,
): QuickAnswers {
  return {
    kept,
    state: () => {
      const { revision } = catalogue;
      const open = settings.known?.visitors === 'read';
      return revision === undefined || !open ? undefined : stateOfPages({ revision }, new Date());
    },
    headers: commonHeaders(securityHeaders(baseUrl), KEPT_HEADERS['cache-control']),
    cookies: [...KEY_COOKIES, sessionCookie(baseUrl)],
  };
}
