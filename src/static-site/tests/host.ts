/** A host of static files as simple as they come, and a walk through everything it serves. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.atom': 'application/atom+xml',
  '.xml': 'application/xml',
};

export interface Host {
  /** e.g. `http://localhost:12345` */
  origin: string;
  /** Paths that were asked for and lie outside the base, or are not there. */
  missed: string[];
  close(): Promise<void>;
}

/** Serves a folder below a base, with a folder's index for an address that ends in a slash, and no other cleverness. */
export async function hostFolder(folder: string, base: string): Promise<Host> {
  const missed: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname);
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const bytes = path.startsWith(base)
      ? await readFile(join(folder, name.slice(base.length))).catch(() => undefined)
      : undefined;
    if (bytes === undefined) missed.push(path);
    const status = bytes === undefined ? 404 : 200;
    response.writeHead(status, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' });
    response.end(bytes);
  });
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((done) => server.close(() => done()));
  return { origin: `http://localhost:${port}`, missed, close };
}

export interface Walk {
  /** Addresses of pages that were read. */
  pages: string[];
  /** What a link promised and nothing kept: "PAGE -> LINK". */
  broken: string[];
}

/** Follows every reference of every page, anchors included, as a browser would. */
export async function walkSite(start: string): Promise<Walk> {
  const { origin } = new URL(start);
  const anchorsOf = new Map<string, Set<string> | undefined>();
  const wanted: { page: string; url: URL }[] = [];
  const queue = [start];
  const met = new Set(queue);
  for (const address of queue) {
    const response = await fetch(address, { redirect: 'manual' });
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    const text = await response.text();
    if (response.status !== 200) {
      anchorsOf.set(address, undefined);
      continue;
    }
    anchorsOf.set(address, new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => plain(id))));
    const references = isPage
      ? text.matchAll(/<[a-z][^<]*? (?:href|src|action)="([^"]*)"/g)
      : text.matchAll(/url\("?([^)"]*)"?\)/g);
    for (const [, reference] of references) {
      const url = new URL(plain(reference), address);
      if (url.origin !== origin) continue;
      wanted.push({ page: address, url });
      const target = origin + url.pathname;
      if (!met.has(target)) queue.push(target);
      met.add(target);
    }
  }
  const broken = wanted.filter(({ url }) => {
    const anchors = anchorsOf.get(origin + url.pathname);
    return (
      anchors === undefined || (url.hash.length > 1 && !anchors.has(decodeURIComponent(url.hash.slice(1))))
    );
  });
  return {
    pages: [...met].filter((address) => address.endsWith('/')),
    broken: [...new Set(broken.map(({ page, url }) => `${page} -> ${url}`))],
  };
}

function plain(value = ''): string {
  return value
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
