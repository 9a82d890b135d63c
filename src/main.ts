/** Starts the product: configuration, database, app, in that order. */
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { serveCommands, socketPath } from './cli/desk/socket.ts';
import { readPaths } from './cli/read-paths.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase, placeOf } from './db/connect.ts';
import { CairnError } from './domain/errors.ts';
import { tellOfEnds } from './features/conversation/index.ts';
import {
  CatalogueKeeper,
  isValidPreviewKey,
  KEPT_HEADERS,
  KEY_COOKIES,
  publishShipped,
  SHIPPED,
  stateOfPages,
} from './features/framework/index.ts';
import { projectRoot } from './project-root.ts';
import { version } from './version.ts';
import { commonHeaders } from './web/answer.ts';
import { BYTES_OF_PAGES, KeptBytes } from './web/kept-bytes.ts';
import { answerQuickly, type QuickAnswers } from './web/quick-answers.ts';
import { securityHeaders } from './web/security-headers.ts';

/** How often a server on a shared database looks whether another process published something. */
const REFRESH_MS = 3_000;

/** How often people are told of conversations that ended by themselves. */
const TELL_MS = 30_000;

/** Log lines go to standard error, written at once so that none is lost at the end. */
const log = pino({ name: 'cairn' }, pino.destination({ dest: 2, sync: true }));

export interface RunningServer {
  /** The address for people. */
  address: string;
  /** Which database it runs on, without a password. */
  database: string;
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
    const catalogue = new CatalogueKeeper(database.db);
    opened.push(keepFresh(catalogue, database));
    opened.push(keepTelling(database, config));
    if (databaseUrl === undefined) opened.push(await openSocket(dataDir, database, catalogue));
    const server = await listen(config, database, catalogue);
    opened.push(() => closeServer(server));
    const { port } = server.address() as AddressInfo;
    const address = config.port === 0 ? `http://localhost:${port}` : config.baseUrl;
    return { address, database: database.describe(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function publishFromFolder(database: Database): Promise<void> {
  const { files } = await readPaths([join(projectRoot, 'frameworks', SHIPPED)]);
  await publishShipped(database.db, files, new Date());
}

/** Another process may publish on the same server; on the embedded database nobody else can. */
function keepFresh(catalogue: CatalogueKeeper, { engine }: Database): () => Promise<void> {
  if (engine === 'embedded') return async () => {};
  const timer = setInterval(() => {
    catalogue
      .refresh()
      .catch((error: unknown) => log.error({ error }, 'the list of releases could not be refreshed'));
  }, REFRESH_MS);
  return async () => clearInterval(timer);
}

/** A conversation may end by itself, where the manager changes or somebody leaves; whoever changed that tells nobody. */
function keepTelling({ job }: Database, { baseUrl }: Config): () => Promise<void> {
  const timer = setInterval(() => {
    tellOfEnds(job, { baseUrl, now: new Date() }).catch((error: unknown) =>
      log.error({ error }, 'nobody could be told of conversations that ended'),
    );
  }, TELL_MS);
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

async function listen(config: Config, { db }: Database, catalogue: CatalogueKeeper): Promise<Server> {
  const preview = { isValid: (key: string) => isValidPreviewKey(db, key, new Date()) };
  const steward = { db, changed: () => catalogue.refresh() };
  const kept = new KeptBytes(BYTES_OF_PAGES);
  const app = createApp({ catalogue, preview, steward, kept, baseUrl: config.baseUrl, version, log });
  const server = createServer(
    answerQuickly(keptPages(kept, catalogue, config), getRequestListener(app.fetch)),
  );
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(cannotListen(config, error)));
    server.listen(config.port, config.host, done);
  });
  return server;
}

/** How published pages are answered without the app: kept for a revision and a day, for whoever holds no key. */
function keptPages(kept: KeptBytes, catalogue: CatalogueKeeper, { baseUrl }: Config): QuickAnswers {
  return {
    kept,
    state: () => {
      const { revision } = catalogue;
      return revision === undefined ? undefined : stateOfPages({ revision }, new Date());
    },
    headers: commonHeaders(securityHeaders(baseUrl), KEPT_HEADERS['cache-control']),
    cookies: KEY_COOKIES,
  };
}

function cannotListen({ host, port }: Config, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') {
    return new CairnError(
      'unavailable',
      `Port ${port} is taken by another program.`,
      `Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (error.code === 'EACCES') {
    return new CairnError(
      'unavailable',
      `Port ${port} may only be opened by root.`,
      'Choose a port above 1023 with PORT.',
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CairnError(
      'unavailable',
      `This machine has no address ${host}.`,
      'Set HOST to one of its addresses, or to 0.0.0.0 for all of them.',
    );
  }
  return error;
}

/** Lets answers that are under way end, for five seconds at most. */
function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(late);
      done();
    });
    server.closeIdleConnections();
  });
}
