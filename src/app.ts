/** The whole application: the shell, then every feature in order. */
import { Hono } from 'hono';
import type { Executor } from './db/schema.ts';
import { type Catalogue, dataRoutes, frameworkRoutes } from './features/framework/index.ts';
import { projectRoot } from './project-root.ts';
import { answerEncoded } from './web/answer.ts';
import { type Assets, loadAssets } from './web/assets.ts';
import { errorHandler, notFoundHandler } from './web/errors.tsx';
import type { KeptBytes } from './web/kept-bytes.ts';
import type { Log } from './web/log.ts';
import type { Site } from './web/page.ts';
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
}

/** Wires every feature. */
export function createApp(deps: AppDependencies): Hono {
  const { catalogue, preview, steward, kept, log, version, now = () => new Date() } = deps;
  const assets = loadAssets(projectRoot);
  const baseUrl = deps.baseUrl.replace(/\/+$/, '');
  const site: Site = { assets, baseUrl, version, static: deps.static ?? false };
  const security = securityHeaders(baseUrl);
  const app = new Hono();
  app.onError(errorHandler(site, log));
  app.notFound(notFoundHandler(site));
  app.use(withSecurityHeaders(security));
  app.use(tidyAddresses());
  app.get('/healthz', async (c) => {
    const { revision } = await catalogue.current();
    return c.json({ status: 'ok', version, revision }, 200, { 'cache-control': 'no-store' });
  });
  app.get('/assets/:name', (c) => answerAsset(c.req, assets, security) ?? c.notFound());

  // Before the pages: an address that ends in .json is the data of the page without it.
  app.route('/', dataRoutes({ catalogue, site }));
  app.route(
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
  return app;
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
