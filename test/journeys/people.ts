/** A real Chromium on the real application over a database with the cast in it. */
import type { Hono } from 'hono';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Database } from '../../src/db/connect.ts';
import { type World as Cast, idOf, type Name, openWorld as openCast, type Visitor } from '../world.ts';
import { openWorld, type World } from './browser.ts';

export interface PeopleWorld extends World {
  cast: Cast;
  /** A browser of its own in which somebody is signed in. */
  browse(name: Name, options?: BrowserContextOptions): Promise<Browsing>;
}

export interface Browsing {
  context: BrowserContext;
  /** What the browser reported as wrong so far. */
  errors: string[];
  open(path: string): Promise<Page>;
  /** Ends the session on the server, as time does; the browser still has its cookie. */
  expire(): Promise<void>;
  signIn(name: Name): Promise<void>;
}

export async function openPeopleWorld(database: Database): Promise<PeopleWorld> {
  const cast = await openCast(database);
  const world = await openWorld(undefined, cast.app as Hono);
  return { ...world, cast, browse: (name, options) => browse(world, cast, database, name, options) };
}

async function browse(
  world: World,
  cast: Cast,
  database: Database,
  name: Name,
  options?: BrowserContextOptions,
): Promise<Browsing> {
  const { page: first } = await world.open('/healthz', options);
  const context = first.context();
  await first.close();
  const errors: string[] = [];
  const signIn = async (who: Name) => {
    const [cookie = '', value = ''] = (await cast.as(who)).cookie.split(/=(.*)/s);
    await context.addCookies([{ name: cookie, value, url: world.address, httpOnly: true, sameSite: 'Lax' }]);
  };
  await signIn(name);
  return {
    context,
    errors,
    signIn,
    open: async (path) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        // What a journey provokes: an ended session, a lost connection, a conflict.
        if (message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text()))
          errors.push(message.text());
      });
      await page.goto(world.address + path);
      return page;
    },
    expire: async () => {
      const ofThem = database.owner.selectFrom('account').select('id').where('person_id', '=', idOf(name));
      await database.owner.deleteFrom('session').where('account_id', 'in', ofThem).execute();
    },
  };
}

/** The session of somebody at the application, for a browser of theirs. */
export function cookiesOf({ cookie }: Visitor) {
  return cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return {
      name,
      value: value.join('='),
      domain: 'localhost',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: false,
      sameSite: 'Lax' as const,
    };
  });
}
