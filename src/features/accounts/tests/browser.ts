/** Somebody with a browser: keeps cookies, and sends forms from the page that was opened last, as browsers do. */
import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import {
  ADDRESS,
  emailOf,
  idOf,
  type Name,
  openWorld,
  type World,
  type WorldOptions,
} from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';
import type { Session } from '../../../web/session.ts';
import { setPassword } from '../actions/open-account.ts';
import { AccountSessions } from '../sessions.ts';

export const PASSWORD = 'three boats at anchor';

export interface Shown {
  status: number;
  /** The text of the page, tags and all. */
  html: string;
  /** Where it leads on to. */
  to: string | null;
  headers: Headers;
}

export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #world: World;
  readonly #headers: Record<string, string>;
  readonly #address: string;
  #token = '';
  /** The page that was opened last. */
  #page = '/';

  constructor(world: World, options: { from?: string; agent?: string; address?: string } = {}) {
    const {
      from,
      agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      address,
    } = options;
    this.#world = world;
    this.#address = address ?? ADDRESS;
    this.#headers = { 'user-agent': agent, ...(from === undefined ? {} : { 'x-forwarded-for': from }) };
  }

  async get(path: string): Promise<Shown> {
    return this.#ask(path, {});
  }

  /** Opens a page and whatever it leads on to. */
  async open(path: string): Promise<Shown> {
    const shown = await this.get(path);
    return shown.to === null ? shown : this.open(shown.to);
  }

  /** Sends a form from the page that was opened last. */
  async send(
    path: string,
    fields: Record<string, string | string[]> = {},
    headers: Record<string, string> = {},
  ): Promise<Shown> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ token: this.#token, ...fields }))
      for (const one of [value].flat()) body.append(name, one);
    const referer = this.#address + this.#page;
    return this.#ask(path, { method: 'POST', body, headers: { origin: this.#address, referer, ...headers } });
  }

  /** Sends what a script of the page sends. */
  async sendData(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Shown> {
    return this.#ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'x-cairn-token': this.#token,
        origin: this.#address,
        ...headers,
      },
    });
  }

  async signIn(email: string, password = PASSWORD, to = ''): Promise<Shown> {
    await this.get('/sign-in');
    return this.send('/sign-in', { email, password, to });
  }

  /** Whether somebody is signed in here. */
  async isIn(): Promise<boolean> {
    return (await this.get('/you/sign-in')).status === 200;
  }

  async #ask(path: string, init: RequestInit): Promise<Shown> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...this.#headers, ...(init.headers as object), ...(cookie === '' ? {} : { cookie }) };
    const answer = await this.#world.app.request(this.#address + path, { ...init, headers });
    this.#keep(answer.headers.getSetCookie());
    const html = await answer.text();
    const token = /name="token" value="([^"]+)"|data-token="([^"]+)"/.exec(html);
    if (answer.status < 300 || answer.status >= 400) {
      this.#token = token?.[1] ?? token?.[2] ?? this.#token;
      if (init.method === undefined) this.#page = path;
    }
    return { status: answer.status, html, to: answer.headers.get('location'), headers: answer.headers };
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/;\s*max-age=0\b/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** The world, in which the cast have the same password. */
export async function openHarbour(database: Database, options: WorldOptions = {}): Promise<World> {
  const world = await openWorld(database, options);
  onTestFinished(() => world.later.settled());
  const passwordHash = await hashOf(world);
  const accounts = await database.owner.selectFrom('account').select('id').execute();
  for (const { id } of accounts)
    await setPassword(database.auth, { account: id, passwordHash, now: new Date('2025-01-06T09:00:00Z') });
  return world;
}

let hash: Promise<string> | undefined;

/** Once for all: it takes a tenth of a second. */
function hashOf({ auth }: World): Promise<string> {
  hash ??= auth.$context.then(({ password }) => password.hash(PASSWORD));
  return hash;
}

/** A browser in which somebody is signed in by password. */
export async function signedIn(world: World, name: Name, options = {}): Promise<Browser> {
  const browser = new Browser(world, options);
  const { to, html } = await browser.signIn(emailOf(name));
  if (to !== '/my-path') throw new Error(`${name} was not let in: ${html.slice(0, 2000)}`);
  return browser;
}

/** The mails that wait for an address, newest last. */
export async function mailsTo({ database, later }: World, address: string) {
  await later.settled();
  return database.owner
    .selectFrom('mail')
    .select(['kind', 'subject', 'body', 'person_id as person'])
    .where('address', '=', address)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The path of the link in the newest mail to an address. */
export async function linkTo(world: World, address: string): Promise<string> {
  const body = (await mailsTo(world, address)).at(-1)?.body ?? '';
  const link = /^https?:\/\/\S+$/m.exec(body)?.[0];
  if (link === undefined) throw new Error(`no link was sent to ${address}`);
  const { pathname, search } = new URL(link);
  return pathname + search;
}

/** What happened about somebody, by its verb. */
export async function eventsAbout({ database, later }: World, name: Name): Promise<string[]> {
  await later.settled();
  const rows = await database.owner
    .selectFrom('event')
    .select('verb')
    .where('about', '=', idOf(name))
    .where('kind', '=', 'settings')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ verb }) => verb);
}

/** What an app shows for a key at an instant: RFC 6238, six digits, half a minute. */
export function codeOf(key: string, at = Date.now()): string {
  const bits = [...key.replace(/[\s=]/g, '')]
    .map((character) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

/** Sets up a second factor in a browser in which somebody is signed in. */
export async function setUpSecondFactor(browser: Browser): Promise<{ key: string; codes: string[] }> {
  await browser.get('/you/sign-in/second-factor');
  const { html } = await browser.send('/you/sign-in/second-factor', { password: PASSWORD });
  const uri = /name="uri" value="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const key = new URL(uri).searchParams.get('secret') ?? '';
  const on = await browser.send('/you/sign-in/second-factor/confirmation', { uri, code: codeOf(key) });
  const codes = [...on.html.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map(
    ([, code]) => code ?? '',
  );
  return { key, codes };
}

/** Whom a request's headers belong to, as the API is told. */
export async function sessionOf({ auth, database }: World, headers: Record<string, string>) {
  const sessions = new AccountSessions(auth, database.auth, ADDRESS);
  const asked = new Hono();
  let found: Session | undefined;
  asked.get('/api/x', async (c) => {
    found = await sessions.of(c);
    return c.text('');
  });
  await asked.request('/api/x', { headers });
  return found;
}
