/** The real application over a hand-made catalogue, for the tests of this folder. */
import { sampleCatalogue } from '../../../../test/sample-framework.ts';
import { createApp } from '../../../app.ts';
import type { Catalogue } from '../catalogue.ts';

export const PREVIEW_TOKEN = 'held-by-a-steward';

export interface Site {
  get(
    path: string,
    options?: { preview?: boolean; headers?: Record<string, string>; method?: string },
  ): Promise<Response>;
  html(path: string, options?: { preview?: boolean }): Promise<string>;
  /** What was logged. */
  logged: object[];
  /** Every route that is mounted, middleware left out. */
  routes: { method: string; path: string }[];
}

export function openSite(
  catalogue: Catalogue | (() => Catalogue) = sampleCatalogue(),
  baseUrl = 'http://cairn.test',
): Site {
  const logged: object[] = [];
  const app = createApp({
    catalogue: { current: async () => (typeof catalogue === 'function' ? catalogue() : catalogue) },
    preview: { isValid: async (token) => token === PREVIEW_TOKEN },
    baseUrl,
    version: '0.0.0',
    log: { error: (details) => logged.push(details) },
    now: () => new Date('2026-11-22T10:00:00Z'),
  });
  const routes = app.routes.filter(({ method }) => method !== 'ALL');
  const get: Site['get'] = async (path, { preview = false, headers = {}, method = 'GET' } = {}) => {
    const cookie: Record<string, string> = preview ? { cookie: `cairn_preview=${PREVIEW_TOKEN}` } : {};
    return app.request(`${baseUrl}${path}`, { method, headers: { ...headers, ...cookie } });
  };
  return { get, html: async (path, options) => (await get(path, options)).text(), logged, routes };
}

/** The text that a reader sees of a piece of HTML, white space as it stands. */
export function textOf(html: string): string {
  return html
    .replace(/<(head|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** The element with this id, up to the next element with an id. */
export function around(html: string, id: string): string {
  const from = html.indexOf(`id="${id}"`);
  if (from < 0) throw new Error(`no element has the id ${id}`);
  const to = html.indexOf(' id="', from + 1);
  return html.slice(from, to < 0 ? undefined : to);
}
