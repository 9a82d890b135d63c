/** A steward at the real application over a real database, for the tests of this folder. */
import { createApp } from '../../../app.ts';
import type { Executor } from '../../../db/schema.ts';
import { createStewardKey } from '../actions/steward-key.ts';
import { CatalogueKeeper } from '../load-catalogue.ts';
import { NOW } from './documents.ts';

const ADDRESS = 'http://cairn.test';

export interface Visitor {
  get(path: string): Promise<Response>;
  /** Sends a form as a browser does from the page that it stands on. */
  send(
    path: string,
    fields: Record<string, string | string[]>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** The hidden fields of a page's forms: the bond to the cookie and the state of the draft. */
  bond(page: string): Promise<{ token: string; draft: string }>;
  /** Sends a form right after opening its page. */
  decide(page: string, part: string, fields: Record<string, string | string[]>): Promise<Response>;
}

export function openApp(db: Executor, now: () => Date = () => NOW) {
  const catalogue = new CatalogueKeeper(db);
  return createApp({
    catalogue,
    preview: { isValid: async () => false },
    steward: { db, changed: () => catalogue.refresh() },
    baseUrl: ADDRESS,
    version: '0.0.0',
    log: {
      error: (details) => {
        throw new Error('the application failed', { cause: details });
      },
    },
    now,
  });
}

export type App = ReturnType<typeof openApp>;

/** Somebody who opened a steward's link of the framework. */
export async function openedBySteward(db: Executor, app: App, framework: string, name = 'Working group') {
  const { key } = await createStewardKey(db, { framework, name, by: 'test', now: NOW });
  const opened = await app.request(`${ADDRESS}/steward/${key}`);
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { key, opened, steward: visitor(app, `/frameworks/${framework}@draft`, { cookie }) };
}

/** Somebody at the pages of a draft. Paths are given below it, e.g. `/rows`. */
export function visitor(app: App, draft: string, cookies: { cookie?: string }): Visitor {
  const get: Visitor['get'] = async (path) => app.request(ADDRESS + draft + path, { headers: cookies });
  const send: Visitor['send'] = async (path, fields, headers = { origin: ADDRESS }) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    return app.request(ADDRESS + draft + path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...cookies, ...headers },
    });
  };
  const bond: Visitor['bond'] = async (page) => {
    const html = await (await get(page)).text();
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
    return { token: field('token'), draft: field('draft') };
  };
  const decide: Visitor['decide'] = async (page, part, fields) =>
    send(`${page}/${part}`, { ...(await bond(page)), ...fields });
  return { get, send, bond, decide };
}
