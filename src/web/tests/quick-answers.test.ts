import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerEncoded, commonHeaders } from '../answer.ts';
import { encode } from '../encodings.ts';
import { KeptBytes } from '../kept-bytes.ts';
import { answerQuickly } from '../quick-answers.ts';
import { securityHeaders } from '../security-headers.ts';

const PAGE = `<p>${'Keeps the lamp lit. '.repeat(200)}</p>`;
const HEADERS = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, no-cache' };
const security = securityHeaders('http://cairn.test');
const kept = new KeptBytes(1_000_000);
let state: string | undefined = 'now';
let askedOfApp = 0;

const app = new Hono().get('/page', async (c) => {
  askedOfApp += 1;
  return answerEncoded(c.req, await encode(PAGE), HEADERS, security);
});

let slow: string;
let quick: string;
const closing: (() => void)[] = [];

beforeAll(async () => {
  const listener = getRequestListener(app.fetch);
  const headers = commonHeaders(security, HEADERS['cache-control']);
  slow = await serve(listener);
  quick = await serve(answerQuickly({ kept, state: () => state, headers, cookies: ['cairn_key'] }, listener));
  kept.madeFrom('now');
  await kept.make('/page', () => encode(PAGE));
});

afterAll(() => {
  for (const close of closing) close();
});

describe('a kept page answered without the app', () => {
  it.each([
    ['plain', {}],
    ['in brotli', { 'accept-encoding': 'br, gzip' }],
    ['in gzip', { 'accept-encoding': 'gzip' }],
    ['with a cookie of somebody else', { cookie: 'other=1' }],
    ['with another ETag', { 'if-none-match': '"other"' }],
  ])('is the same as from the app: %s', async (_, headers) => {
    const before = askedOfApp;
    const own = await read(quick, headers);
    expect(askedOfApp).toBe(before);
    expect(own).toEqual(await read(slow, headers));
  });

  it('is 304 to who holds it, as from the app', async () => {
    const etag = (await read(slow, {})).headers.etag ?? '';
    const own = await read(quick, { 'if-none-match': etag });
    expect(own.status).toBe(304);
    expect(own).toEqual(await read(slow, { 'if-none-match': etag }));
  });

  it.each([
    ['from who holds a key', { headers: { cookie: 'a=b; cairn_key=secret' } }],
    ['with a query', { path: '/page?x=1' }],
    ['that only wants its headers', { method: 'HEAD' }],
  ])('leaves a request to the app %s', async (_, { path = '/page', ...request }: Request) => {
    const before = askedOfApp;
    await fetch(`${quick}${path}`, request);
    expect(askedOfApp).toBe(before + 1);
  });

  it('is left to the app once it was made from something else, or while that is not known', async () => {
    for (const now of ['later', undefined]) {
      state = now;
      const before = askedOfApp;
      await fetch(`${quick}/page`);
      expect(askedOfApp).toBe(before + 1);
    }
  });
});

type Request = { path?: string; method?: string; headers?: Record<string, string> };

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  closing.push(() => server.close());
  await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function read(base: string, headers: Record<string, string>) {
  const answer = await fetch(`${base}/page`, { headers: { 'accept-encoding': 'identity', ...headers } });
  const { date: _date, ...rest } = Object.fromEntries(answer.headers);
  return { status: answer.status, headers: rest, body: await answer.text() };
}
